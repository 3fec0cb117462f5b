import groovy.transform.CompileStatic
import io.enikit.ipam.NetworkPlanner
import io.enikit.limits.LimitRules
import io.enikit.model.Eni
import io.enikit.model.NetworkPlan
import io.enikit.net.Cidr
import io.enikit.operations.ApplyResult
import io.enikit.operations.AttachEni
import io.enikit.operations.DetachEni
import io.enikit.operations.Ec2
import io.enikit.rules.Ec2Rules

// Closures and builders, called by reflection at run time.
NetworkPlan plan = NetworkPlanner.create()
        .vpc('main', '10.0.0.0/16') { it.availabilityZones('eu-west-1a').subnetPerZone('web', 24) }
        .instance('app-1', 'm5.large') { app ->
            app.primaryEni('web/eu-west-1a')
            app.secondaryEni('web/eu-west-1a') { it.description('moves') }
        }
        .instance('app-2', 'm5.large') { it.primaryEni('web/eu-west-1a') }
        .plan()

def spare = Eni.builder().id('spare').subnetId('web/eu-west-1a').description('from Groovy').build()
assert spare.description() == 'from Groovy'
assert spare == spare.toBuilder().build()
assert Cidr.parse('10.0.0.0/16') != Cidr.parse('10.0.0.0/24')

def ec2 = Ec2.enforcing(Ec2Rules.standard().and(LimitRules.bundled()))
println Checked.describe(ec2.apply(plan, DetachEni.of('app-1/eth1'), AttachEni.of('app-1/eth1', 'app-2', 1)))
println Checked.describe(ec2.apply(plan, DetachEni.of('app-1/eth0')))

/** The same with types that are checked when it is compiled. */
@CompileStatic
class Checked {
    static String describe(ApplyResult result) {
        return result instanceof ApplyResult.Accepted
                ? 'accepted: ' + result.plan().enisOf('app-2').size() + ' interfaces'
                : 'refused: ' + (result as ApplyResult.Refused).code().orElse('no code')
    }
}

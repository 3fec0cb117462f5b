package stranger

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

/** Lambdas, a builder, and a sealed result that needs no `else`. Warnings are errors. */
fun main() {
    val plan: NetworkPlan = NetworkPlanner.create()
        .vpc("main", "10.0.0.0/16") { it.availabilityZones("eu-west-1a").subnetPerZone("web", 24) }
        .instance("app-1", "m5.large") { app ->
            app.primaryEni("web/eu-west-1a")
            app.secondaryEni("web/eu-west-1a") { it.description("moves") }
        }
        .instance("app-2", "m5.large") { it.primaryEni("web/eu-west-1a") }
        .plan()

    val spare: Eni = Eni.builder().id("spare").subnetId("web/eu-west-1a").description("from Kotlin").build()
    check(spare.description() == "from Kotlin")
    check(spare == spare.toBuilder().build())
    check(plan.eni("nobody").map { it.description() }.orElse(null) == null)
    check(Cidr.parse("10.0.0.0/16") > Cidr.parse("10.0.0.0/24") || Cidr.parse("10.0.0.0/16") < Cidr.parse("10.0.0.0/24"))

    val ec2 = Ec2.enforcing(Ec2Rules.standard().and(LimitRules.bundled()))
    println(describe(ec2.apply(plan, DetachEni.of("app-1/eth1"), AttachEni.of("app-1/eth1", "app-2", 1))))
    println(describe(ec2.apply(plan, DetachEni.of("app-1/eth0"))))
}

private fun describe(result: ApplyResult): String = when (result) {
    is ApplyResult.Accepted -> "accepted: ${result.plan().enisOf("app-2").size} interfaces"
    is ApplyResult.Refused -> "refused: ${result.code().orElse("no code")}"
}

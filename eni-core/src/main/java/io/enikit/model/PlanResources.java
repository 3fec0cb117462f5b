package io.enikit.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The part of a {@link NetworkPlan} that lists its resources and finds them by id. */
public abstract sealed class PlanResources permits PlanPlaces {
    final PlanContent content;

    PlanResources(PlanContent content) {
        this.content = content;
    }

    /** {@return the quotas of each account in each Region} */
    public Quotas quotas() {
        return content.quotas();
    }

    /** {@return the VPCs} */
    public Set<Vpc> vpcs() {
        return ResourceView.of(content.of(ResourceKind.VPC));
    }

    /** {@return the subnets} */
    public Set<Subnet> subnets() {
        return ResourceView.of(content.of(ResourceKind.SUBNET));
    }

    /** {@return the security groups} */
    public Set<SecurityGroup> securityGroups() {
        return ResourceView.of(content.of(ResourceKind.SECURITY_GROUP));
    }

    /** {@return the instances} */
    public Set<Instance> instances() {
        return ResourceView.of(content.of(ResourceKind.INSTANCE));
    }

    /** {@return the network interfaces} */
    public Set<Eni> enis() {
        return ResourceView.of(content.of(ResourceKind.ENI));
    }

    /** {@return the Elastic IPs} */
    public Set<ElasticIp> elasticIps() {
        return ResourceView.of(content.of(ResourceKind.ELASTIC_IP));
    }

    /** {@return all resources, by kind and id} */
    public Stream<Resource> resources() {
        return content.resources().values().stream().flatMap(ofKind -> ofKind.values().stream());
    }

    /** {@return the resources that were added with an id that was taken; they are in no other listing} */
    public List<Resource> duplicates() {
        return content.duplicates();
    }

    /** {@return what subnets must have room for beside the interfaces in the plan, by name} */
    public List<SubnetDemand> subnetDemands() {
        return content.demands().all();
    }

    /**
     * Lists what a subnet must have room for beside the interfaces in the plan.
     *
     * @param id the subnet
     * @return the demands that name it, alone or with others, by name
     */
    public List<SubnetDemand> subnetDemandsOn(SubnetId id) {
        return content.demands().on(requireNonNull(id, "id"));
    }

    /**
     * Finds a resource of any kind.
     *
     * @param id its id
     * @return the resource, or empty if there is none of this id
     */
    public abstract Optional<Resource> find(ResourceId id);

    /**
     * Finds a VPC.
     *
     * @param id its id
     * @return the VPC, or empty if there is none of this id
     */
    public Optional<Vpc> vpc(VpcId id) {
        return typed(id);
    }

    /**
     * Finds a VPC.
     *
     * @param id its id
     * @return the VPC, or empty if there is none of this id
     */
    public Optional<Vpc> vpc(String id) {
        return vpc(VpcId.of(requireNonNull(id, "id")));
    }

    /**
     * Finds a subnet.
     *
     * @param id its id
     * @return the subnet, or empty if there is none of this id
     */
    public Optional<Subnet> subnet(SubnetId id) {
        return typed(id);
    }

    /**
     * Finds a subnet.
     *
     * @param id its id
     * @return the subnet, or empty if there is none of this id
     */
    public Optional<Subnet> subnet(String id) {
        return subnet(SubnetId.of(requireNonNull(id, "id")));
    }

    /**
     * Finds a security group.
     *
     * @param id its id
     * @return the group, or empty if there is none of this id
     */
    public Optional<SecurityGroup> securityGroup(SecurityGroupId id) {
        return typed(id);
    }

    /**
     * Finds a security group.
     *
     * @param id its id
     * @return the group, or empty if there is none of this id
     */
    public Optional<SecurityGroup> securityGroup(String id) {
        return securityGroup(SecurityGroupId.of(requireNonNull(id, "id")));
    }

    /**
     * Finds an instance.
     *
     * @param id its id
     * @return the instance, or empty if there is none of this id
     */
    public Optional<Instance> instance(InstanceId id) {
        return typed(id);
    }

    /**
     * Finds an instance.
     *
     * @param id its id
     * @return the instance, or empty if there is none of this id
     */
    public Optional<Instance> instance(String id) {
        return instance(InstanceId.of(requireNonNull(id, "id")));
    }

    /**
     * Finds a network interface.
     *
     * @param id its id
     * @return the interface, or empty if there is none of this id
     */
    public Optional<Eni> eni(EniId id) {
        return typed(id);
    }

    /**
     * Finds a network interface.
     *
     * @param id its id
     * @return the interface, or empty if there is none of this id
     */
    public Optional<Eni> eni(String id) {
        return eni(EniId.of(requireNonNull(id, "id")));
    }

    /**
     * Finds an Elastic IP.
     *
     * @param id its id
     * @return the Elastic IP, or empty if there is none of this id
     */
    public Optional<ElasticIp> elasticIp(ElasticIpId id) {
        return typed(id);
    }

    /**
     * Finds an Elastic IP.
     *
     * @param id its id
     * @return the Elastic IP, or empty if there is none of this id
     */
    public Optional<ElasticIp> elasticIp(String id) {
        return elasticIp(ElasticIpId.of(requireNonNull(id, "id")));
    }

    /** Finds a resource of the type that ids of this kind have. */
    @SuppressWarnings("unchecked")
    private <R extends Resource> Optional<R> typed(ResourceId id) {
        return (Optional<R>) find(id);
    }
}

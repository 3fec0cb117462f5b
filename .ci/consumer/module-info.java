module stranger {
    requires io.enikit.ipam;
}

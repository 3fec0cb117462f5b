/** A stranger's program in Kotlin as a module. */
module stranger {
    requires io.enikit.ipam;
    requires kotlin.stdlib;
}

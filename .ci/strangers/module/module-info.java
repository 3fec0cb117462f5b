/** A stranger's tests as a module, with neither jqwik nor AssertJ. */
module stranger {
    requires io.enikit.testkit;
}

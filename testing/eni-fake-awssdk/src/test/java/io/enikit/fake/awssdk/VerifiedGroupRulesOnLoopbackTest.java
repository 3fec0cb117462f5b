package io.enikit.fake.awssdk;

/** The same over HTTP, on the loopback address. */
@TargetExtension.On("loopback")
class VerifiedGroupRulesOnLoopbackTest extends VerifiedGroupRulesTest {}

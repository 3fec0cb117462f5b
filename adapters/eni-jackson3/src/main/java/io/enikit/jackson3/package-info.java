/**
 * The values as text in JSON, with Jackson 3.
 *
 * <p>There is nothing to call: with this module on the path, mappers that look for modules find it.
 *
 * <pre>{@code
 * import tools.jackson.databind.json.JsonMapper;
 * JsonMapper mapper = JsonMapper.builder().findAndAddModules().build();
 * mapper.writeValueAsString(List.of(Cidr.parse("10.0.0.0/16")));    // ["10.0.0.0/16"]
 * mapper.readValue("\"10.0.0.300\"", IpAddress.class);              // InvalidFormatException: … octet … (at index 7) …
 * }</pre>
 *
 * <p>{@link io.enikit.jackson3.EniJackson3Module} lists the types. This is not a JSON form of single resources: an interface or a
 * subnet is written within its plan.
 */
@NullMarked
package io.enikit.jackson3;

import org.jspecify.annotations.NullMarked;

/// The shapes of what goes over the wire: requests, answers, pushes and the structures in them, as
/// values that can be read.
///
/// The decoders and the renderers stream, and are the only ones that run when a request comes in. A
/// [io.parley.protocol.schema.Contract] says the same as a value, once for each method: what the
/// request holds, what the answer holds, how it can fail. From it the served API reference is made,
/// and tests hold it against the code from both sides: every declared member is sent to the decoder
/// in each way that is allowed and in each that is not, and every answer and push that a test sees
/// must be of the declared shape, with no member more.
///
/// | class | what |
/// | --- | --- |
/// | [io.parley.protocol.schema.Shape], `Member`, `Rule` | the language |
/// | `…Shapes` | the documented structures |
/// | `…Contracts` | the methods, by API |
/// | [io.parley.protocol.schema.Pushes] | the pushes, by API |
/// | [io.parley.protocol.schema.JsonSchema], `Sample` | what is made of shapes |
@NullMarked
package io.parley.protocol.schema;

import org.jspecify.annotations.NullMarked;

/// SockJS as a carrier of the RTM API, below the versions: only the transport differs.
@NullMarked
package io.parley.gateway.sockjs;

import org.jspecify.annotations.NullMarked;

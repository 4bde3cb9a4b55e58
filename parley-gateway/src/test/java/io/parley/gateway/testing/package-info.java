/// What the gateway's tests stand on: a running server, clients, a license.
package io.parley.gateway.testing;

// Somebody else's identity provider, told to call itself Google: proves that the flow does not lean on our own stand-in.
// Usage: node identity-provider.mjs <mailbox>. Writes its address to standard output.
import { OAuth2Server } from "oauth2-mock-server";

const [mailbox] = process.argv.slice(2);
const server = new OAuth2Server();
await server.issuer.keys.generate("RS256");
server.service.on("beforeTokenSigning", (token) => {
  // Only an ID token has an audience.
  if (token.payload.aud) Object.assign(token.payload, { email: mailbox, email_verified: true, name: mailbox });
});
await server.start(0, "127.0.0.1");
console.log(server.issuer.url);

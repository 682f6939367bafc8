// An access token expires; the session lives on with its refresh token.

import { setInterval } from "node:timers/promises";
import { contactedHosts, logIn, open, outcome, tell, whoamiUrl, withoutTokens } from "./application.mjs";

const phone = await logIn({ refresh_token: true });
tell("login", withoutTokens(phone.login));
tell("phone", await outcome(phone.client.whoami()));

// Whoever runs this script lets the token expire now, or the lifetime passes.
tell("waiting-for-expiry", {});
await expiry(phone.login.access_token);
tell("expired", { whoami: await outcome(phone.client.whoami()), loggedOut: phone.loggedOut });

// Since version 43 the SDK refreshes by itself only sessions of an OAuth 2 server; for others the application does.
const tokens = await phone.client.refreshToken(phone.client.getRefreshToken());
tell("refresh", {
    ...withoutTokens(tokens),
    new_access_token: tokens.access_token !== phone.login.access_token,
    new_refresh_token: tokens.refresh_token !== phone.login.refresh_token,
});

const renewed = open({ ...phone.login, ...tokens });
tell("whoami-again", { whoami: await outcome(renewed.client.whoami()), loggedOut: renewed.loggedOut });

tell("logout", await outcome(renewed.client.logout()));
tell("refresh-after-logout", await outcome(renewed.client.refreshToken(tokens.refresh_token)));
tell("contacted", contactedHosts());

// Past the SDK, which would take its own measures.
async function expiry(accessToken) {
    const bound = AbortSignal.timeout(30_000);
    for await (const _ of setInterval(50, undefined, { signal: bound })) {
        const { status } = await fetch(whoamiUrl, { headers: { Authorization: `Bearer ${accessToken}` } });
        if (status === 401) return;
    }
}

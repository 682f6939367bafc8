// What an application builds around the SDK: sessions, outcomes, and one line of JSON on stdout for each step.
// No line holds a token or a password; they are told of by whether they are there and whether they are new.

import "./console.mjs";
import { createClient, HttpApiEvent, MatrixError } from "matrix-js-sdk";

const { CONFORMANCE_BASE_URL: baseUrl, CONFORMANCE_USER: user, CONFORMANCE_PASSWORD: password } = process.env;

const wrongPassword = "not the password";

const contacted = new Set();

/** Every host and port that a client of this process sent a request to. */
export const contactedHosts = () => [...contacted];

/** A client that nobody is logged in on. */
export const anonymous = () => open({});

/** A client for the tokens and ids of a login, with the list of errors at which the SDK found that it was logged out. */
export function open(login) {
    const client = createClient({
        baseUrl,
        userId: login.user_id,
        deviceId: login.device_id,
        accessToken: login.access_token,
        refreshToken: login.refresh_token,
        fetchFn: (url, options) => {
            contacted.add(new URL(url).host);
            return fetch(url, options);
        },
    });
    const loggedOut = [];
    client.on(HttpApiEvent.SessionLoggedOut, (error) => loggedOut.push(refusal(error)));
    return { client, login, loggedOut };
}

/** A new session of the user on a new device. */
export async function logIn(options = {}) {
    return open(await anonymous().client.loginRequest(credentials(password, options)));
}

/** The same, with a password that is not the user's. */
export const logInWrongly = () => anonymous().client.loginRequest(credentials(wrongPassword));

/** A stage of interactive authentication, as the SDK submits it. */
export const passwordStage = () => credentials(password, {});

/** The same, with a password that is not the user's. */
export const wrongPasswordStage = () => credentials(wrongPassword, {});

/** How a call ended: what it returned, or the server's refusal. Any other error is one of the SDK or of ours. */
export async function outcome(call) {
    try {
        return { accepted: true, ...(await call) };
    } catch (error) {
        if (!(error instanceof MatrixError)) throw error;
        return { accepted: false, ...refusal(error) };
    }
}

/** Tells that a step was done, and what was seen. */
export const tell = (step, seen) => process.stdout.write(`${JSON.stringify({ step, seen })}\n`);

/** What may be told of a login or a refresh. */
export const withoutTokens = ({ access_token, refresh_token, ...rest }) => ({
    ...rest,
    has_access_token: access_token !== undefined,
    has_refresh_token: refresh_token !== undefined,
});

/** Where the client believes the homeserver to be. */
export const whoamiUrl = `${baseUrl}/_matrix/client/v3/account/whoami`;

function credentials(password, options) {
    return { type: "m.login.password", identifier: { type: "m.id.user", user }, password, ...options };
}

function refusal({ httpStatus, errcode, data }) {
    return { status: httpStatus, errcode, soft_logout: data.soft_logout };
}

using static Conformance.SelfTests.Schemas.ExchangeChecks.Matrix.MatrixTables;

namespace Conformance.SelfTests.Schemas.ExchangeChecks.Matrix;

/// <summary>
/// "JSON integers, not strings/floats": spelled as integers. JSON Schema would let 1.0 and 1e400 pass; the row does not.
/// </summary>
internal static class IntegerTable
{
    public static CheckTable Integers { get; } = new("MTX-HTTP-06")
    {
        Passes =
        [
            ("a lifetime", LogIn.Answered(200, """{"expires_in_ms":300000}""")),
            ("a wait", LogIn.Answered(429, TooFast)),
            ("a negative integer, which other rows judge", LogIn.Answered(200, """{"expires_in_ms":-1}""")),
            ("an integer beyond 64 bits", LogIn.Answered(200, """{"expires_in_ms":123456789012345678901234567890123456789}""")),
            ("devices", Devices.Answered(200, """{"devices":[{"last_seen_ts":1},{"last_seen_ts":2}]}""")),
            ("counts of keys", KeysUpload.Answered(200, """{"one_time_key_counts":{"signed_curve25519":50}}""")),
        ],
        Fails =
        [
            ("a text",
                LogIn.Answered(200, """{"expires_in_ms":"300000"}"""), ["body /expires_in_ms: expected a JSON integer, was \"300000\""]),
            ("1.0", LogIn.Answered(200, """{"expires_in_ms":1.0}"""), ["body /expires_in_ms: expected a JSON integer, was 1.0"]),
            ("an exponent", LogIn.Answered(200, """{"expires_in_ms":3e5}"""), ["body /expires_in_ms: expected a JSON integer, was 3e5"]),
            ("beyond double",
                LogIn.Answered(200, """{"expires_in_ms":1e400}"""), ["body /expires_in_ms: expected a JSON integer, was 1e400"]),
            ("a fraction", LogIn.Answered(429, """{"retry_after_ms":0.5}"""), ["body /retry_after_ms: expected a JSON integer, was 0.5"]),
            ("the second device", Devices.Answered(200, """{"devices":[{"last_seen_ts":1},{"last_seen_ts":"2"}]}"""),
                ["body /devices/1/last_seen_ts: expected a JSON integer, was \"2\""]),
            ("one device", Request.Matrix("GET", "/devices/PHONE").Answered(200, """{"last_seen_ts":true}"""),
                ["body /last_seen_ts: expected a JSON integer, was true"]),
            ("a count of keys", KeysUpload.Answered(200, """{"one_time_key_counts":{"a":1,"b/c":"2"}}"""),
                ["body /one_time_key_counts/b~1c: expected a JSON integer, was \"2\""]),
            ("a count of keys in a sync", Sync.Answered(200, """{"device_one_time_keys_count":{"signed_curve25519":"50"}}"""),
                ["body /device_one_time_keys_count/signed_curve25519: expected a JSON integer, was \"50\""]),
            ("an object of 2,000 levels", LogIn.Answered(200, $$"""{"expires_in_ms":{{DeepBodies.Arrays(2000)}}}"""),
                [$"body /expires_in_ms: expected a JSON integer, was {new string('[', 32)}{new string(']', 32)}"]),
        ],
        DoesNotApply =
        [
            ("no such member", LogIn.Answered(200, """{"user_id":"@a:b"}""")),
            ("null, which other rows judge", LogIn.Answered(200, """{"expires_in_ms":null}""")),
            ("the same name in what users wrote",
                Sync.Answered(200, """{"account_data":{"events":[{"content":{"expires_in_ms":"soon"}}]}}""")),
            ("HEAD", Request.Matrix("HEAD", "/login").Answered(200, """{"expires_in_ms":"1"}""")),
            ("a gateway's 503", LogIn.Answered(503, """{"retry_after_ms":"1"}""")),
            ("something outside of the API", LogIn.At("http://hs.example/").Answered(200, """{"expires_in_ms":"1"}""")),
        ],
    };

    private static Request Devices => Request.Matrix("GET", "/devices");

    private static Request KeysUpload => Request.Matrix("POST", "/keys/upload");

    private static Request Sync => Request.Matrix("GET", "/sync");
}

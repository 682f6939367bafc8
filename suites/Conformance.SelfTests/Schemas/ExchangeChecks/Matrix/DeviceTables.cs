using static Conformance.SelfTests.Schemas.ExchangeChecks.Matrix.MatrixTables;

namespace Conformance.SelfTests.Schemas.ExchangeChecks.Matrix;

/// <summary>Device objects, section 3.12 of the catalogue.</summary>
internal static class DeviceTables
{
    public static IReadOnlyList<CheckTable> All { get; } =
    [
        new("MTX-DEV-03")
        {
            Passes =
            [
                ("a name", Devices.Answered(200, """{"devices":[{"device_id":"A","display_name":"Phone"}]}""")),
                ("no name", Devices.Answered(200, """{"devices":[{"device_id":"A"}]}""")),
                ("an empty name, which may have been set", Device.Answered(200, """{"device_id":"A","display_name":""}""")),
                ("no devices", Devices.Answered(200, """{"devices":[]}""")),
            ],
            Fails =
            [
                ("no name said with null", Devices.Answered(200, """{"devices":[{"device_id":"A","display_name":null}]}"""),
                    ["body /devices/0/display_name: expected absent when unset, was null"]),
                ("never seen said with null", Device.Answered(200, """{"device_id":"A","last_seen_ip":null,"last_seen_ts":null}"""),
                    [
                        "body /last_seen_ip: expected absent when unset, was null",
                        "body /last_seen_ts: expected absent when unset, was null",
                    ]),
                ("a name that is no text", Device.Answered(200, """{"device_id":"A","display_name":["Phone"]}"""),
                    ["body /display_name: expected a string, was [\"Phone\"]"]),
            ],
            DoesNotApply =
            [
                ("an error", Device.Answered(404, """{"errcode":null}""")),
                ("another endpoint", WhoAmI.Answered(200, """{"device_id":null}""")),
                ("a change of the device", Request.Matrix("PUT", "/devices/A").Answered(200, """{"x":null}""")),
            ],
        },
    ];

    private static Request Devices => Request.Matrix("GET", "/devices");

    private static Request Device => Request.Matrix("GET", "/devices/A");
}

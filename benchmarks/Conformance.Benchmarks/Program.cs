using BenchmarkDotNet.Running;
using Conformance.Benchmarks;

return args switch
{
    ["raw", var record, var baseUrl] => await RawRequests.Repeat(record, new Uri(baseUrl)),
    ["raw", ..] => RawRequests.Usage(),
    _ => BenchmarkSwitcher.FromAssembly(typeof(RawRequests).Assembly).Run(args).Any() ? 0 : 1,
};

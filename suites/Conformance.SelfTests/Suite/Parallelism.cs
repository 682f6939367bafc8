using NUnit.Framework;

[assembly: Parallelizable(ParallelScope.All)]

// Each of these tests may drive a server and a suite of its own.
[assembly: LevelOfParallelism(4)]

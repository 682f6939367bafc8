using NUnit.Framework;

[assembly: Parallelizable(ParallelScope.All)]

// Each of these tests may drive a server and a suite of its own. Some wait for tokens to expire or for limits to pass, and others
// compute meanwhile.
[assembly: LevelOfParallelism(8)]

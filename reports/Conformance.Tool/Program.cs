using Conformance.Tool;

return await ConformanceTool.Run(args, Console.Out, Console.Error);

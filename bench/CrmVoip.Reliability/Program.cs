using CrmVoip.Reliability;

var options = Options.Read(args);
using var world = new World(options);
var run = new Run(options, world);
return await run.ExecuteAsync();

using CrmVoip.LoadBench;

// The board and its pages under load, beside the limit. Started by bench/carga.sh: `seed` fills the databases, `measure` does the rest.
// What is printed are times; only an answer that is wrong ends the run.
var sizes = Sizes.Read(args);
var databases = Databases.FromEnvironment();
try
{
    switch (args[0])
    {
        case "seed":
            await new Seed(sizes).FillAsync(databases);
            break;
        case "measure":
            await new Measurement(sizes, databases).RunAsync();
            break;
        default:
            throw new ArgumentException($"{args[0]} is neither seed nor measure.");
    }

    return 0;
}
catch (WrongAnswerException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 1;
}

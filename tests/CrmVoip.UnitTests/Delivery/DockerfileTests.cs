using System.Text.RegularExpressions;

namespace CrmVoip.UnitTests.Delivery;

public sealed partial class DockerfileTests
{
    private readonly string _dockerfile = Repository.Read("Dockerfile");

    [Fact]
    public void Every_target_of_the_compose_file_is_a_stage_that_does_not_run_as_root()
    {
        var targets = new ComposeFile().Services.Values.Select(s => s["build"]["target"].Text).OfType<string>().Distinct().ToList();

        Assert.Equal(["crmvoip", "simulador"], targets.Order());
        Assert.All(targets, target => Assert.Matches(@"(?m)^USER \$APP_UID$", Stage(target)));
    }

    [Fact]
    public void Every_file_it_copies_exists_and_is_let_through()
    {
        var sources = CopyFromContext().Matches(_dockerfile).SelectMany(m => m.Groups["files"].Value.Split(' ')).ToList();
        var allowed = Repository.Read(".dockerignore").Split('\n').Where(line => line.StartsWith('!')).Select(line => line[1..]).ToList();

        Assert.NotEmpty(sources);
        Assert.All(sources, source =>
        {
            Assert.True(Path.Exists(Path.Combine(Repository.Root, source)), source);
            Assert.Contains(source.Split('/')[0], allowed);
        });
    }

    [Fact]
    public void The_product_is_the_default_image_and_reports_its_health()
    {
        Assert.Equal("crmvoip", StageName().Matches(_dockerfile)[^1].Groups["name"].Value);
        Assert.Contains("/health/ready", Stage("crmvoip"), StringComparison.Ordinal);
    }

    private string Stage(string name) => Regex.Match(_dockerfile, $@"AS {name}\n(?<body>(?:(?!FROM ).*\n?)*)").Groups["body"].Value;

    [GeneratedRegex(@"(?m)^COPY (?!--from)(?<files>.+) \S+$")]
    private static partial Regex CopyFromContext();

    [GeneratedRegex(@"(?m)^FROM .* AS (?<name>\w+)$")]
    private static partial Regex StageName();
}

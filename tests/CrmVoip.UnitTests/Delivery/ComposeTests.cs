using System.Text.RegularExpressions;

namespace CrmVoip.UnitTests.Delivery;

public sealed partial class ComposeTests
{
    private readonly ComposeFile _compose = new();

    [Fact]
    public void Every_password_comes_from_outside_and_has_no_default()
    {
        var passwords = PasswordReference().Matches(Repository.Read("docker-compose.yml"));

        Assert.NotEmpty(passwords);
        Assert.All(passwords, password => Assert.StartsWith(":?", password.Groups["rest"].Value, StringComparison.Ordinal));
        Assert.DoesNotMatch(@"Password=(?!\$\{)", Repository.Read("docker-compose.yml"));
    }

    [Fact]
    public void The_password_script_prints_every_password_asked_for()
    {
        var asked = PasswordReference().Matches(Repository.Read("docker-compose.yml")).Select(m => m.Groups["name"].Value).ToHashSet();
        var printed = Regex.Match(Repository.Read("eng/compose-env.sh"), "for role in (?<roles>[A-Z ]+);").Groups["roles"].Value.Split(' ').ToHashSet();

        Assert.Equal(printed.Order(), asked.Order());
    }

    [Fact]
    public void Only_the_preparation_holds_the_owners_connection()
    {
        var owners = _compose.Services.Where(s => s.Value["environment"]["ConnectionStrings__Dono"].Text is not null).Select(s => s.Key);

        Assert.Equal(["preparar"], owners);
    }

    [Fact]
    public void The_application_waits_for_the_migrations_and_they_for_the_database_and_the_certificate()
    {
        Assert.Equal("service_completed_successfully", Condition("app", "preparar"));
        Assert.Equal("service_completed_successfully", Condition("preparar", "certificado"));
        Assert.Equal("service_healthy", Condition("preparar", "banco"));
        Assert.NotEmpty(_compose.Service("banco")["healthcheck"]["test"].Items);
    }

    [Fact]
    public void The_demonstration_is_off_unless_asked_for()
    {
        var environment = _compose.Service("app")["environment"];

        Assert.Equal("${CRM_DEMONSTRACAO:-false}", environment["Crm__Demonstracao"].Text);
        Assert.Equal("${CRM_DEMONSTRACAO:-false}", environment["Crm__PermitirProvedorLocal"].Text);
        Assert.All(["demonstracao", "simulador"], name => Assert.Equal(["simulador"], _compose.Service(name)["profiles"].Items));
    }

    [Fact]
    public void Every_name_used_is_declared_and_every_mounted_file_exists()
    {
        foreach (var (_, service) in _compose.Services)
        {
            Assert.All(service["depends_on"].Children.Keys, other => Assert.Contains(other, _compose.Services.Keys));
            foreach (var source in service["volumes"].Items.Select(volume => volume.Split(':')[0]))
            {
                Assert.True(
                    source.StartsWith("./", StringComparison.Ordinal) ? File.Exists(Path.Combine(Repository.Root, source)) : _compose.Volumes.Contains(source),
                    source);
            }
        }
    }

    [Fact]
    public void The_database_is_PostgreSQL_18_and_nothing_but_the_application_is_published()
    {
        Assert.Equal("postgres:18", _compose.Service("banco")["image"].Text);
        Assert.Equal(["app"], _compose.Services.Where(s => s.Value["ports"].Items.Any()).Select(s => s.Key));
        Assert.All(_compose.Service("app")["ports"].Items, port => Assert.StartsWith("127.0.0.1:", port, StringComparison.Ordinal));
    }

    [Fact]
    public void Our_containers_can_write_nothing_but_what_they_must_and_hold_no_capability()
    {
        foreach (var (name, service) in _compose.Services.Where(s => s.Key != "banco"))
        {
            Assert.Equal("true", service["read_only"].Text);
            Assert.Equal(["ALL"], service["cap_drop"].Items);
            Assert.Contains("no-new-privileges:true", service["security_opt"].Items);
            Assert.Equal(name == "certificado", service["volumes"].Items.Contains("cofre:/cofre"));
        }
    }

    [Fact]
    public void The_application_gets_longer_to_stop_than_it_takes_and_believes_only_the_proxy_of_this_host()
    {
        Assert.Equal("40s", _compose.Service("app")["stop_grace_period"].Text);
        Assert.Equal("${CRM_PROXY:-172.30.90.1}", _compose.Service("app")["environment"]["Crm__ProxiesConhecidos__0"].Text);
        Assert.Contains("172.30.90.0/24", Repository.Read("docker-compose.yml"), StringComparison.Ordinal);
    }

    private string? Condition(string service, string other) => _compose.Service(service)["depends_on"][other]["condition"].Text;

    [GeneratedRegex(@"\$\{CRM_SENHA_(?<name>[A-Z]+)(?<rest>[^}]*)\}")]
    private static partial Regex PasswordReference();
}

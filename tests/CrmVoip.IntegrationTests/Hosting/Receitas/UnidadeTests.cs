using System.Diagnostics;
using System.Globalization;
using System.Net;
using CrmVoip.Hosting;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.UnitTests.Delivery;

namespace CrmVoip.IntegrationTests.Hosting.Receitas;

/// <summary>docs/operations/crmvoip.service and the settings it reads.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class UnidadeTests(AplicacaoFixture app)
{
    private static readonly TimeSpan _esperaMaxima = TimeSpan.FromSeconds(60);
    private static readonly string[] _analisadores = ["/usr/bin/systemd-analyze", "/bin/systemd-analyze"];

    [Fact]
    public async Task Unit_is_one_that_systemd_reads_without_a_word()
    {
        if (_analisadores.FirstOrDefault(File.Exists) is not { } analisador)
        {
            Assert.All(Linhas(Unidade()), linha => Assert.Matches(@"^(\[\w+\]|[A-Z]\w+=.*)$", linha));
            return;
        }

        var pasta = Directory.CreateTempSubdirectory("unidade-");
        var arquivo = Path.Combine(pasta.FullName, "crmvoip.service");
        await File.WriteAllTextAsync(arquivo, Receita.Ler("crmvoip.service").Trocar("/usr/bin/dotnet", Environment.ProcessPath!).Texto);
        using var processo = Process.Start(new ProcessStartInfo(analisador, ["verify", "--man=no", arquivo]) { RedirectStandardError = true })!;
        var dito = await processo.StandardError.ReadToEndAsync();
        await processo.WaitForExitAsync();
        pasta.Delete(recursive: true);
        Assert.DoesNotContain("crmvoip.service", dito, StringComparison.Ordinal);
    }

    [Fact]
    public void Refusals_are_not_started_again_and_there_is_time_to_end()
    {
        Assert.Equal($"{RecusasDePartida.Uso} {RecusasDePartida.Configuracao}", Valor("RestartPreventExitStatus"));
        var fim = new OpcoesDoCrm().AntesDeParar + EsperaAoParar.ParaTerminar;
        Assert.True(TimeSpan.FromSeconds(int.Parse(Valor("TimeoutStopSec"), CultureInfo.InvariantCulture)) > fim);
        Assert.EndsWith($" /opt/crmvoip/{typeof(VerificacaoDePartida).Assembly.GetName().Name}.dll", Valor("ExecStart"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Product_serves_with_the_settings_of_the_file_under_the_public_name_alone()
    {
        var porta = PortaLivre.Achar();
        var padrao = app.Configuracao();
        using var processo = Executavel.Comecar(
            Ambiente(Receita.Ler("crmvoip.env")
                .Trocar("http://127.0.0.1:8080", $"http://127.0.0.1:{porta}")
                .Trocar(Conexao("crm_app"), app.Banco.Crm)
                .Trocar(Conexao("crm_auth"), app.Banco.Contas)
                .Trocar(Conexao("crm_fila"), app.Banco.Fila)
                .Trocar("/etc/crmvoip/chaves.pfx", padrao["Crm:Cofre:Certificado"]!)
                .Trocar("Crm__Cofre__Senha=change", $"Crm__Cofre__Senha={padrao["Crm:Cofre:Senha"]}")),
            "/");
        try
        {
            using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{porta}") };
            await AteServirAsync(http, processo);
            Assert.Equal(HttpStatusCode.BadRequest, (await http.GetAsync("/conta/entrar")).StatusCode);
        }
        finally
        {
            processo.Kill(entireProcessTree: true);
        }
    }

    /// <summary>A name the product does not know would be believed set by its operator.</summary>
    [Fact]
    public void Settings_of_the_file_are_in_the_readme()
    {
        var leiame = Repository.Read("README.md");
        var nomes = Ambiente(Receita.Ler("crmvoip.env")).Select(a => a.Key).Except(["ASPNETCORE_URLS"]);
        Assert.All(nomes, nome => Assert.Contains(nome, leiame, StringComparison.Ordinal));
        Assert.Equal("/etc/crmvoip/crmvoip.env", Valor("EnvironmentFile"));
    }

    private static async Task AteServirAsync(HttpClient http, Process processo)
    {
        using var limite = new CancellationTokenSource(_esperaMaxima);
        while (await StatusAsync(http) != HttpStatusCode.OK)
        {
            Assert.False(processo.HasExited, processo.HasExited ? await processo.StandardError.ReadToEndAsync(limite.Token) : "");
            await Task.Delay(50, limite.Token);
        }
    }

    private static async Task<HttpStatusCode?> StatusAsync(HttpClient http)
    {
        using var pedido = new HttpRequestMessage(HttpMethod.Get, "/health/ready") { Headers = { Host = "crm.example.com" } };
        try
        {
            return (await http.SendAsync(pedido)).StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static string Conexao(string papel) => $"Host=127.0.0.1;Database=crm;Username={papel};Password=change";

    private static IEnumerable<KeyValuePair<string, string?>> Ambiente(Receita receita) =>
        Linhas(receita.Texto).Select(l => l.Split('=', 2)).Select(l => KeyValuePair.Create(l[0], (string?)l[1].Trim('"')));

    private static string Unidade() => Receita.Ler("crmvoip.service").Texto;

    private static string Valor(string chave) => Linhas(Unidade()).Single(l => l.StartsWith($"{chave}=", StringComparison.Ordinal))[(chave.Length + 1)..];

    private static IEnumerable<string> Linhas(string texto) =>
        texto.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && !l.StartsWith('#'));
}

using System.Net;
using CrmVoip.Hosting;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.Extensions.Configuration;

namespace CrmVoip.IntegrationTests.Hosting;

/// <summary>The executable as a service is started: in the root of the disk; and as one is stopped.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class PastaETerminoTests(AplicacaoFixture app)
{
    private static readonly TimeSpan _esperaMaxima = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Started_in_the_root_of_the_disk_it_serves_and_told_to_stop_it_is_not_ready_while_it_still_serves()
    {
        var endereco = new Uri($"http://127.0.0.1:{PortaLivre.Achar()}");
        using var processo = Executavel.Comecar(
            app.Configuracao(("ASPNETCORE_URLS", endereco.ToString()), ("Crm:EsperaAoParar", "00:01:00")).AsEnumerable(), "/");
        try
        {
            using var http = new HttpClient { BaseAddress = endereco };
            await AteAsync(http, HttpStatusCode.OK);

            using var aviso = System.Diagnostics.Process.Start("kill", ["-TERM", $"{processo.Id}"]);
            await AteAsync(http, HttpStatusCode.ServiceUnavailable);

            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/conta/entrar")).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/health/live")).StatusCode);
        }
        finally
        {
            processo.Kill(entireProcessTree: true);
        }
    }

    [Fact]
    public void Published_files_are_found_beside_the_product_and_settings_files_are_not_watched()
    {
        Assert.Contains("--hostBuilder:reloadConfigOnChange=false", Pastas.Opcoes(["preparar"]).Args!);
        Assert.Null(Pastas.Opcoes(["--contentRoot=/x"]).ContentRootPath);
    }

    private static async Task AteAsync(HttpClient http, HttpStatusCode esperado)
    {
        using var limite = new CancellationTokenSource(_esperaMaxima);
        while (await StatusAsync(http) != esperado)
        {
            await Task.Delay(50, limite.Token);
        }
    }

    private static async Task<HttpStatusCode?> StatusAsync(HttpClient http)
    {
        try
        {
            return (await http.GetAsync("/health/ready")).StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}

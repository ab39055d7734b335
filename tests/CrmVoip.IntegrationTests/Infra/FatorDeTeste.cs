using System.Net;
using CrmVoip.IntegrationTests.Isolation;
using OtpNet;

namespace CrmVoip.IntegrationTests.Infra;

/// <summary>The app in the pocket of a person who has switched the second factor on, and the recovery codes on paper.</summary>
public sealed record FatorDeTeste(PessoaDeTeste Pessoa, string Segredo, IReadOnlyList<string> Codigos)
{
    /// <summary>A code that was not used yet: as if the time since the last one had passed.</summary>
    public async Task<string> CodigoAsync()
    {
        await Pessoa.Organizacao.App.Banco.ExecutarAsync($"update autenticadores set ultimo_passo = null where usuario_id = '{Pessoa.Id}'");
        return Codigo(Segredo);
    }

    public static string Codigo(string segredo) => new Totp(Base32Encoding.ToBytes(segredo)).ComputeTotp();

    /// <summary>Six digits that are the code of no time near this one.</summary>
    public string Errado()
    {
        var totp = new Totp(Base32Encoding.ToBytes(Segredo));
        var proximos = Enumerable.Range(-3, 7).Select(p => totp.ComputeTotp(DateTime.UtcNow.AddSeconds(30 * p))).ToHashSet();
        return Enumerable.Range(0, 10).Select(n => $"{n:000000}").First(c => !proximos.Contains(c));
    }

    /// <summary>Switches it on over HTTP, as the person does.</summary>
    public static async Task<FatorDeTeste> LigarAsync(PessoaDeTeste pessoa, HttpClient http)
    {
        var visitante = new Visitante(http);
        await visitante.AbrirAsync("/conta/seguranca/duas-etapas");
        await visitante.ApertarAsync("Ligar");
        await visitante.AbrirAsync("/conta/seguranca/duas-etapas/ligar");
        var segredo = visitante.Pagina.QuerySelector("#chave-do-aplicativo")!.GetAttribute("value")!.Replace(" ", "", StringComparison.Ordinal);
        var resposta = await visitante.ApertarAsync("Ligar", ("Codigo", Codigo(segredo)));
        Assert.Equal(HttpStatusCode.OK, resposta.StatusCode);
        return new FatorDeTeste(pessoa, segredo, [.. visitante.Pagina.QuerySelectorAll(".codigos li").Select(c => c.TextContent.Trim())]);
    }

    /// <summary>E-mail and password; the page that asks for the code.</summary>
    public static async Task<Visitante> AteOCodigoAsync(PessoaDeTeste pessoa, HttpClient http)
    {
        var visitante = new Visitante(http);
        await visitante.AbrirAsync("/conta/entrar");
        var senha = await visitante.ApertarAsync("Entrar", ("Email", pessoa.Email), ("Senha", PessoaDeTeste.Senha));
        Assert.Equal("/conta/entrar/codigo", senha.Headers.Location?.ToString());
        await visitante.AbrirAsync("/conta/entrar/codigo");
        return visitante;
    }
}

using AngleSharp.Html.Dom;
using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Infra;

/// <summary>Somebody at a page outside any organization: opens it, fills its form, presses its button.</summary>
public sealed class Visitante(HttpClient http)
{
    private IHtmlDocument? _pagina;

    public IHtmlDocument Pagina => _pagina!;

    public string Texto => Pagina.QuerySelector("main")!.TextContent;

    public async Task<HttpResponseMessage> AbrirAsync(string caminho) => await VerAsync(await http.GetAsync(caminho));

    /// <summary>Sends the form whose button says so, with these fields over the page's own.</summary>
    public async Task<HttpResponseMessage> ApertarAsync(string botao, params (string Campo, string Valor)[] campos) =>
        await VerAsync(await EnviarAsync(botao, campos));

    /// <summary>The same, without looking at what comes back: for several at once.</summary>
    public Task<HttpResponseMessage> EnviarAsync(string botao, params (string Campo, string Valor)[] campos)
    {
        var formulario = (IHtmlFormElement)Pagina.QuerySelectorAll("button").Single(b => b.TextContent.Trim() == botao).Closest("form")!;
        var valores = formulario.QuerySelectorAll("input").OfType<IHtmlInputElement>().ToDictionary(i => i.Name!, i => i.Value);
        foreach (var (campo, valor) in campos)
        {
            valores[campo] = valor;
        }

        return http.PostAsync(formulario.GetAttribute("action"), new FormUrlEncodedContent(valores));
    }

    private async Task<HttpResponseMessage> VerAsync(HttpResponseMessage resposta)
    {
        _pagina = await ClienteDeTeste.PaginaAsync(resposta);
        return resposta;
    }
}

public static class ConvitesDeTeste
{
    /// <summary>Invites over HTTP, as a person would; the path of the link.</summary>
    public static async Task<string> ConvidarAsync(this ClienteDeTeste admin, string email, Papel papel = Papel.Vendedor)
    {
        var resposta = await admin.FormAsync("/convites/criar", ("Email", email), ("Papel", papel.ToString()));
        Assert.Equal(System.Net.HttpStatusCode.OK, resposta.StatusCode);
        return await LinkAsync(resposta);
    }

    public static async Task<string> LinkAsync(HttpResponseMessage resposta) =>
        new Uri((await ClienteDeTeste.PaginaAsync(resposta)).QuerySelector("#link-do-convite")!.GetAttribute("value")!).AbsolutePath;

    public static Task<Membro> MembroAsync(this OrganizacaoDeTeste organizacao, PessoaDeTeste pessoa) =>
        organizacao.ComDbAsync(db => db.Membros.AsNoTracking().SingleAsync(m => m.UsuarioId == pessoa.Id));

    public static string NovoEmail() => $"{Guid.NewGuid():N}@teste.example";
}

using System.Net;
using CrmVoip.IntegrationTests.Infra;

namespace CrmVoip.IntegrationTests.Isolation;

/// <summary>Sends a control's request, as its own person or as another one.</summary>
public static class Pedidos
{
    /// <summary>As the scenario's person, inside its organization.</summary>
    public static async Task<HttpResponseMessage> ControlarAsync(this Cenario cenario, Rota rota, Controle controle)
    {
        var caminho = rota.Caminho(await controle.Valores(cenario));
        using var anonimo = new ClienteDeTeste(cenario.App.Cliente(), "");
        var cliente = controle.SemEntrar ? anonimo : cenario.Cliente;
        return await EnviarAsync(cliente, rota, rota.DaOrganizacao ? caminho : null, caminho, controle.Corpo(cenario));
    }

    /// <summary>As somebody, at an address inside a given organization.</summary>
    public static Task<HttpResponseMessage> PedirAsync(this ClienteDeTeste cliente, Rota rota, string caminho, CorpoDoPedido? corpo) =>
        EnviarAsync(cliente, rota, rota.DaOrganizacao ? caminho : null, caminho, corpo);

    private static async Task<HttpResponseMessage> EnviarAsync(ClienteDeTeste cliente, Rota rota, string? dentro, string caminho, CorpoDoPedido? corpo)
    {
        var metodo = new HttpMethod(rota.Metodo);
        if (!rota.Insegura)
        {
            return dentro is null ? await cliente.Http.GetAsync(caminho) : await cliente.GetAsync(dentro);
        }

        var conteudo = corpo?.Conteudo();
        return dentro is null
            ? await cliente.EnviarForaAsync(metodo, caminho, conteudo)
            : await cliente.EnviarAsync(metodo, dentro, conteudo);
    }

    public static async Task<HttpResponseMessage> EnviarForaAsync(this ClienteDeTeste cliente, HttpMethod metodo, string caminho, HttpContent? conteudo)
    {
        // Who is signed in is sent on from the door.
        var porta = await cliente.Http.GetAsync("/conta/entrar");
        var pagina = await ClienteDeTeste.PaginaAsync(porta.StatusCode == HttpStatusCode.OK ? porta : await cliente.Http.GetAsync("/conta/organizacoes"));
        using var pedido = new HttpRequestMessage(metodo, caminho) { Content = conteudo };
        pedido.Headers.Add("X-CSRF-TOKEN", ClienteDeTeste.Antiforgery(pagina));
        return await cliente.Http.SendAsync(pedido);
    }
}

using System.Net;
using System.Net.Http.Json;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.Web;

namespace CrmVoip.IntegrationTests.Hosting;

/// <summary>The phone gives up a fact or a note only on a refusal that carries the application's mark.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class MarcaTests(AplicacaoFixture app)
{
    [Fact]
    public async Task What_the_application_answers_inside_an_organization_is_marked()
    {
        var cena = await CenaDeLigacao.CriarAsync(app, "https://provedor.example");
        using var cliente = await cena.Pessoa.EntrarAsync();
        var id = Guid.NewGuid();
        var eventos = new { eventos = new[] { new { id = Guid.NewGuid(), tipo = "chamando", em = DateTimeOffset.UtcNow } } };

        Conferir(HttpStatusCode.Created, await cliente.PostAsync("/ligacoes", new { id, numero = CenaDeLigacao.Numero }), marcada: true);
        Conferir(HttpStatusCode.OK, await cliente.PostAsync($"/ligacoes/{id}/eventos", eventos), marcada: true);
        Conferir(HttpStatusCode.NoContent, await cliente.PostAsync($"/ligacoes/{id}/batimento"), marcada: true);
        Conferir(HttpStatusCode.Conflict, await cliente.PostAsync("/ligacoes", new { id = Guid.NewGuid(), numero = CenaDeLigacao.Numero }), marcada: true);
        Conferir(HttpStatusCode.UnprocessableEntity, await cliente.PostAsync($"/ligacoes/{id}/eventos", new { eventos = Array.Empty<object>() }), marcada: true);
        Conferir(HttpStatusCode.NotFound, await cliente.PostAsync($"/ligacoes/{Guid.NewGuid()}/eventos", eventos), marcada: true);
        Conferir(HttpStatusCode.NotFound, await cliente.PutAsync($"/ligacoes/{Guid.NewGuid()}/notas", new { notas = "x", versao = 1 }), marcada: true);

        using var ninguem = app.Cliente();
        Conferir(HttpStatusCode.Unauthorized, await ninguem.PostAsJsonAsync($"{cena.Organizacao.Base}/ligacoes/{id}/eventos", eventos), marcada: true);
    }

    [Fact]
    public async Task A_404_to_who_is_no_member_any_more_or_of_an_unknown_address_says_nothing_of_the_call()
    {
        var cena = await CenaDeLigacao.CriarAsync(app, "https://provedor.example");
        using var cliente = await cena.Pessoa.EntrarAsync();
        Conferir(HttpStatusCode.NotFound, await cliente.PostAsync("/nada"), marcada: false);

        await cena.Organizacao.ComDbAsync(async db =>
        {
            db.Membros.Single(m => m.UsuarioId == cena.Pessoa.Id).Desativar(DateTimeOffset.UtcNow);
            return await db.SaveChangesAsync();
        });

        Conferir(HttpStatusCode.NotFound, await cliente.PostAsync($"/ligacoes/{Guid.NewGuid()}/eventos", new { }), marcada: false);
    }

    private static void Conferir(HttpStatusCode status, HttpResponseMessage resposta, bool marcada)
    {
        Assert.Equal(status, resposta.StatusCode);
        Assert.Equal(marcada, resposta.Headers.Contains(MarcaDaAplicacao.Cabecalho));
    }
}

using CrmVoip.Domain;
using CrmVoip.Features.Telefonia.Registros;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Telefonia.Registros;

/// <summary>How well the provider tells of the calls, and who is told when it does not.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class SaudeDoFluxoTests(AplicacaoFixture app)
{
    private static readonly DateTimeOffset _inicio = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.AddHours(-3).ToUnixTimeSeconds());

    [Fact]
    public async Task Calls_the_provider_knew_nothing_of_are_told_once_until_it_heals()
    {
        var cena = await CenaDeLigacao.CriarAsync(app, "http://127.0.0.1:9/api/v1");
        await cena.ComGanchoAsync(AvisoDaOperadora.Segredo);
        var administrador = await cena.Organizacao.PessoaAsync(Papel.Administrador);
        await using var correio = await ServidorDeCorreio.IniciarAsync();
        await using var instancia = app.OutraInstancia(correio.Configuracao);
        for (var i = 0; i < 3; i++)
        {
            await cena.LigouAsync(_inicio.AddMinutes(i * 20), comecou: true);
        }

        await VigiarAsync(cena);
        await VigiarAsync(cena);
        await cena.Organizacao.TrabalharAsync(instancia: instancia.Services);
        Assert.Contains("nenhuma", correio.UnicaPara(administrador.Email).TextBody);
        Assert.Equal((3, 0, 0, 0), await ContarAsync(cena));

        await new AvisoDaOperadora(_inicio.AddSeconds(1)) { Atendida = 4, Fim = 36 }.EnviarAsync(cena);
        await cena.Organizacao.TrabalharAsync(instancia: instancia.Services);
        await VigiarAsync(cena);

        Assert.Equal((3, 1, 0, 0), await ContarAsync(cena));
        Assert.Null(await cena.Organizacao.ComDbAsync(db => db.Integracoes.Select(i => i.SilencioAvisadoEm).SingleAsync()));
        Assert.Single(correio.Mensagens);
    }

    [Fact]
    public async Task A_call_of_this_minute_counts_once_the_provider_told_of_it()
    {
        var cena = await CenaDeLigacao.CriarAsync(app, "http://127.0.0.1:9/api/v1");
        await cena.ComGanchoAsync(AvisoDaOperadora.Segredo);
        var agora = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.AddMinutes(-2).ToUnixTimeSeconds());
        await cena.LigouAsync(agora, comecou: true);
        Assert.Equal((0, 0, 0, 0), await ContarAsync(cena));

        await new AvisoDaOperadora(agora.AddSeconds(1)) { Atendida = 4, Fim = 36 }.EnviarAsync(cena);
        await cena.Organizacao.TrabalharAsync();

        Assert.Equal((1, 1, 0, 0), await ContarAsync(cena));
    }

    [Fact]
    public async Task Missed_calls_are_told_to_who_held_the_ramal_and_those_of_nobody_to_who_sees_all()
    {
        var cena = await CenaDeLigacao.CriarAsync(app, "http://127.0.0.1:9/api/v1");
        await cena.ComGanchoAsync(AvisoDaOperadora.Segredo);
        var outro = await cena.Organizacao.PessoaAsync();
        var gestor = await cena.Organizacao.PessoaAsync(Papel.Gestor);
        await new AvisoDaOperadora(_inicio) { Entrada = true, De = "11970000077", Para = "1099", Causa = "NO_ANSWER" }.EnviarAsync(cena);
        await new AvisoDaOperadora(_inicio) { Entrada = true, De = "11960000001", Para = "1099", Causa = "NO_ANSWER" }.EnviarAsync(cena);
        await cena.Organizacao.TrabalharAsync();
        await cena.Organizacao.TrabalharAsync(TimeSpan.FromSeconds(61));

        Assert.Equal((1, 0, 2), (await PerdidasAsync(cena.Pessoa), await PerdidasAsync(outro), await PerdidasAsync(gestor)));
    }

    private static async Task<int> PerdidasAsync(PessoaDeTeste pessoa)
    {
        using var cliente = await pessoa.EntrarAsync();
        return (await cliente.JsonAsync("/ligacoes/perdidas")).GetArrayLength();
    }

    private static Task<int> VigiarAsync(CenaDeLigacao cena) => cena.Organizacao.ComServicoAsync<VigiarFluxo, int>(async vigiar =>
        await vigiar.ExecutarAsync(await cena.Organizacao.ComDbAsync(db => db.Integracoes.Select(i => i.Id).SingleAsync()), CancellationToken.None));

    private static async Task<(int Feitas, int Encontradas, int Fora, int EmDuvida)> ContarAsync(CenaDeLigacao cena)
    {
        var contagem = await cena.Organizacao.ComDbAsync(db => db.ContarFluxoAsync(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow, CancellationToken.None));
        return (contagem.Feitas, contagem.Encontradas, contagem.Fora, contagem.EmDuvida);
    }
}

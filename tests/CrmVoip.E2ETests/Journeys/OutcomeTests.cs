using CrmVoip.E2ETests.Infra;
using CrmVoip.E2ETests.Pages;

namespace CrmVoip.E2ETests.Journeys;

public sealed class OutcomeTests(Ambiente ambiente) : Jornada(ambiente)
{
    public static readonly TheoryData<string, string, string> Recusas = new()
    {
        { Cliente.Ocupado, "Ocupado", "ocupado" },
        { Cliente.Recusa, "Recusou a ligação", "recusada" },
        { Cliente.NaoExiste, "Número inexistente", "falha" },
        { Cliente.NaoAtende, "Não atendeu", "nao_atendida" },
    };

    [Theory]
    [MemberData(nameof(Recusas))]
    public Task A_call_that_is_not_answered_says_why(string contato, string naTela, string status) => ComProvasAsync(async () =>
    {
        await Simulador.OpcoesAsync(new { naoAtendeSegundos = 2 });
        var (_, quadro) = await EntrarAsync(Pessoa.Ana);

        var janela = await quadro.LigarAsync(contato);

        await janela.EstaAsync(naTela);
        var linha = await ConciliadaAsync(Pessoa.Ana, await Simulador.UnicaAsync("1001", Inicio));
        Assert.Equal(status, linha.Status);
        Assert.Equal(0, linha.Duracao);
    });

    [Fact]
    public Task A_rep_gives_up_while_it_rings() => ComProvasAsync(async () =>
    {
        await Simulador.OpcoesAsync(new { naoAtendeSegundos = 45 });
        var (_, quadro) = await EntrarAsync(Pessoa.Ana);
        var janela = await quadro.LigarAsync(Cliente.NaoAtende);
        await janela.EstaAsync("Chamando…");

        await janela.DesligarAsync();

        var linha = await ConciliadaAsync(Pessoa.Ana, await Simulador.UnicaAsync("1001", Inicio));
        Assert.Equal("cancelada", linha.Status);
    });

    [Fact]
    public Task A_voicemail_looks_answered_until_the_provider_says_what_it_was() => ComProvasAsync(async () =>
    {
        var (_, quadro) = await EntrarAsync(Pessoa.Ana);
        var (janela, simulada) = await FalarAsync(quadro, "1001", Cliente.CaixaPostal);

        await janela.DesligarAsync();

        await Simulador.EncerradaAsync(simulada.Id);
        await Ambiente.Banco.UnicaAsync(Pessoa.Ana, Inicio, "the row says voicemail", l => l is { Status: "caixa_postal", Duracao: 0 });
    });

    [Fact]
    public Task A_customer_called_from_the_details_hangs_up() => ComProvasAsync(async () =>
    {
        await Simulador.OpcoesAsync(new { desligaAposSegundos = 2 });
        var (_, quadro) = await EntrarAsync(Pessoa.Ana);
        var detalhes = await quadro.AbrirAsync(Cliente.AtendeECai);
        await detalhes.LigarAsync(Cliente.AtendeECai);

        await quadro.Janela.EstaAsync("Encerrada");

        var linha = await ConciliadaAsync(Pessoa.Ana, await Simulador.UnicaAsync("1001", Inicio));
        Assert.Equal("atendida", linha.Status);
    });
}

using System.Text.Json;
using CrmVoip.E2ETests.Infra;
using CrmVoip.E2ETests.Pages;
using static Microsoft.Playwright.Assertions;

namespace CrmVoip.E2ETests.Journeys;

/// <summary>The mode "Pela API4COM": the provider rings the ramal first, then the customer.</summary>
public sealed class ProviderDialsTests(Ambiente ambiente) : Jornada(ambiente)
{
    [Fact]
    public Task A_rep_talks_to_a_customer_the_provider_dialled() => ComProvasAsync(async () =>
    {
        await NoModoAsync(async () =>
        {
            var (sessao, quadro) = await EntrarAsync(Pessoa.Ana);
            var escuta = new Escuta(sessao.Pagina);
            var janela = await quadro.LigarAsync(Cliente.Atende);
            var simulada = await Simulador.UnicaAsync("1001", Inicio);
            await janela.EstaAsync("Em ligação");
            Assert.Equal(["Conectando…", "Chamando…", "Em ligação"], (await escuta.EstadosAsync())[..3]);
            Assert.NotNull((await Simulador.LigacaoAsync(simulada.Id)).AtendidaEm);

            await escuta.OuveAsync(Som.Cliente);
            await Simulador.OuveAsync(simulada.Id, Som.Microfone);
            await janela.DesligarAsync();

            var linha = await ConciliadaAsync(Pessoa.Ana, simulada);
            Assert.Equal("atendida", linha.Status);
            Assert.Contains(simulada.Id.ToString(), linha.ProvedorIds);
            using var metadata = JsonDocument.Parse(linha.Metadata);
            Assert.Contains(metadata.RootElement.EnumerateObject(), p => p.Value.ValueKind == JsonValueKind.String && p.Value.GetString() == "Dialer");
            Assert.Empty(sessao.Queixas);
        });
    });

    [Fact]
    public Task A_busy_customer_and_a_refusing_provider_are_told_in_the_window() => ComProvasAsync(async () =>
    {
        await NoModoAsync(async () =>
        {
            var (_, quadro) = await EntrarAsync(Pessoa.Ana);
            var janela = await quadro.LigarAsync(Cliente.Ocupado);
            await janela.EstaAsync("Ocupado");
            var simulada = await Simulador.UnicaAsync("1001", Inicio);
            Assert.Equal("ocupado", (await ConciliadaAsync(Pessoa.Ana, simulada)).Status);
            await janela.SalvarAsync();

            await Simulador.RecusarDiscagensAsync("user not registered");
            await quadro.LigarAsync(Cliente.Atende);
            await janela.EstaAsync("Ramal fora da linha");
            await Expect(janela.Janela).ToContainTextAsync("Recarregue a página e ligue de novo.");
        });
    });

    private async Task NoModoAsync(Func<Task> jornada)
    {
        await MudarModoAsync("dialer");
        try
        {
            await jornada();
        }
        finally
        {
            await MudarModoAsync("sip");
        }
    }

    private Task<long> MudarModoAsync(string modo) => Ambiente.Banco.ValorAsync<long>(
        """
        with mudada as (
            update integracoes i set modo_de_discagem = $1 from organizacoes o
            where o.id = i.organizacao_id and o.slug = 'aurora' returning 1)
        select count(*) from mudada
        """,
        modo);
}

using CrmVoip.E2ETests.Infra;
using CrmVoip.E2ETests.Pages;

namespace CrmVoip.E2ETests.Journeys;

/// <summary>Whatever dies in the middle of a call: one row, its end and duration true, the typed note there.</summary>
public sealed class NeverLostTests(Ambiente ambiente) : Jornada(ambiente)
{
    private const string Nota = "Ficou de confirmar com a contadora.";

    [Fact]
    public Task A_closed_tab_ends_its_call() => ComProvasAsync(async () =>
    {
        var (sessao, quadro) = await EntrarAsync(Pessoa.Ana);
        var (janela, simulada) = await FalarAsync(quadro, "1001");
        await janela.Notas.FillAsync(Nota);

        await sessao.Pagina.CloseAsync();

        await NadaSePerdeuAsync(simulada);
    });

    [Fact]
    public Task A_killed_browser_loses_no_call() => ComProvasAsync(async () =>
    {
        var perfil = Directory.CreateTempSubdirectory("crm-e2e-perfil-").FullName;
        var sessao = Cuidar(await Ambiente.Navegador.ComPerfilAsync(perfil));
        var quadro = await new EntrarPagina(sessao.Pagina).EntrarAsync(Pessoa.Ana);
        var (janela, simulada) = await FalarAsync(quadro, "1001");
        await janela.Notas.FillAsync(Nota);
        await NotaChegouAsync();

        await Navegador.MatarAsync(perfil);

        await NadaSePerdeuAsync(simulada);
        await using (var depois = await Ambiente.Navegador.ReabrirAsync(perfil))
        {
            var reaberto = await new EntrarPagina(depois.Pagina).EntrarAsync(Pessoa.Ana);
            await reaberto.Janela.EstaAsync("Encerrada");
        }

        await NadaSePerdeuAsync(simulada);
        Directory.Delete(perfil, recursive: true);
    });

    [Fact]
    public Task A_killed_server_loses_no_call() => ComProvasAsync(async () =>
    {
        var (_, quadro) = await EntrarAsync(Pessoa.Ana);
        var (janela, simulada) = await FalarAsync(quadro, "1001");

        await Ambiente.MatarAplicacaoAsync();
        await janela.EstaAsync("Em ligação");
        await janela.Notas.FillAsync(Nota);
        await Simulador.OuveAsync(simulada.Id, Som.Microfone);
        await janela.DesligarAsync();
        await Simulador.EncerradaAsync(simulada.Id);
        await Ambiente.IniciarAplicacaoAsync();

        await NadaSePerdeuAsync(simulada);
    });

    [Fact]
    public Task A_hang_up_without_network_arrives_later() => ComProvasAsync(async () =>
    {
        var (sessao, quadro) = await EntrarAsync(Pessoa.Ana);
        var (janela, simulada) = await FalarAsync(quadro, "1001");

        await sessao.Contexto.SetOfflineAsync(true);
        await Simulador.CortarRedeAsync("1001");
        await janela.Notas.FillAsync(Nota);
        await janela.ClicarAsync("Desligar");
        await janela.EstaAsync("Encerrando…");
        await Task.Delay(TimeSpan.FromSeconds(20));
        await Simulador.CessarFalhasAsync();
        await sessao.Contexto.SetOfflineAsync(false);
        await janela.EstaAsync("Encerrada");

        await NadaSePerdeuAsync(simulada);
    });

    [Theory]
    [InlineData("desligado")]
    [InlineData("atrasado")]
    [InlineData("dobrado")]
    [InlineData("fora_de_ordem")]
    public Task The_providers_webhook_may_fail_in_every_way(string modo) => ComProvasAsync(async () =>
    {
        await Simulador.WebhookAsync(modo);
        var (_, quadro) = await EntrarAsync(Pessoa.Ana);
        var (janela, simulada) = await FalarAsync(quadro, "1001");
        await janela.Notas.FillAsync(Nota);

        await janela.DesligarAsync();

        await NadaSePerdeuAsync(simulada);
        await Ambiente.Banco.UnicaAsync(Pessoa.Ana, Inicio, "the recording is known", l => l.GravacaoUrl is not null);
    });

    [Fact]
    public Task The_same_events_twice_and_backwards_make_one_call() => ComProvasAsync(async () =>
    {
        var (sessao, _) = await EntrarAsync(Pessoa.Bruno);

        var aceitos = await sessao.Pagina.EvaluateAsync<int[]>(
            """
            async () => {
              const base = document.getElementById("telefone").dataset.base
              const headers = { "Content-Type": "application/json", "X-CSRF-TOKEN": document.querySelector("meta[name='csrf-token']").content }
              const enviar = (caminho, corpo) => fetch(base + caminho, { method: "POST", headers, body: JSON.stringify(corpo) })
              const id = crypto.randomUUID()
              await enviar("/ligacoes", { id, numero: "+5511960000001" })
              const inicio = Date.now()
              const eventos = ["chamando", "tocando", "atendida", "encerrada"].map((tipo, i) => ({
                id: crypto.randomUUID(), tipo, em: new Date(inicio + i * 1000).toISOString(),
                dados: tipo === "encerrada" ? { causa: "normal", encerradaPor: "local" } : {},
              }))
              const respostas = []
              for (const lote of [eventos.toReversed(), eventos, [eventos[3], eventos[3]]]) {
                respostas.push((await enviar(`/ligacoes/${id}/eventos`, { eventos: lote })).status)
              }
              return respostas
            }
            """);

        Assert.Equal([200, 200, 200], aceitos);
        var linha = await Ambiente.Banco.UnicaAsync(Pessoa.Bruno, Inicio, "the row ended", l => l.Terminada);
        Assert.Equal("atendida", linha.Status);
        Assert.Equal(1, linha.Duracao);
        Assert.Equal(4L, await Ambiente.Banco.ValorAsync<long>("select count(*) from ligacao_eventos where ligacao_id = $1", linha.Id));
    });

    private async Task NadaSePerdeuAsync(LigacaoSimulada simulada)
    {
        var linha = await ConciliadaAsync(Pessoa.Ana, simulada);
        Assert.Equal("atendida", linha.Status);
        await Ambiente.Banco.UnicaAsync(Pessoa.Ana, Inicio, "the typed note is there", l => l.Notas == Nota);
    }

    private Task<LinhaDaLigacao> NotaChegouAsync() => Ambiente.Banco.UnicaAsync(Pessoa.Ana, Inicio, "the note was saved by itself", l => l.Notas == Nota);
}

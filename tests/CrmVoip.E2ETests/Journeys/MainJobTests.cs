using System.Text.Json;
using CrmVoip.E2ETests.Infra;
using CrmVoip.E2ETests.Pages;
using static Microsoft.Playwright.Assertions;

namespace CrmVoip.E2ETests.Journeys;

public sealed class MainJobTests(Ambiente ambiente) : Jornada(ambiente)
{
    private const string Nota = "Quer proposta até sexta, com visita técnica.";

    [Fact]
    public Task A_rep_calls_from_a_card_talks_notes_and_finds_the_recording() => ComProvasAsync(async () =>
    {
        var sessao = await AbrirAsync(lida: true);
        var espiao = new Espiao(sessao.Contexto);
        var escuta = new Escuta(sessao.Pagina);
        var quadro = await new EntrarPagina(sessao.Pagina).EntrarAsync(Pessoa.Ana);

        var (janela, simulada) = await FalarAsync(quadro, "1001");
        Assert.Equal(["Conectando…", "Chamando…", "Em ligação"], (await escuta.EstadosAsync())[..3]);
        await AmbosSeOuvemAsync(escuta, simulada);
        await MudoCalaARepresentanteAsync(janela, simulada);
        await EmEsperaNinguemSeOuveAsync(janela, escuta, simulada);
        await janela.TeclarAsync("42#");
        await Simulador.AteAsync(simulada.Id, "the customer's side received the digits", l => l.Digitos == "42#");

        await janela.Notas.FillAsync(Nota);
        await janela.DesligarAsync();
        await janela.Resultado("Conversa relevante").CheckAsync();
        await janela.SalvarAsync();
        var linha = await ConciliadaAsync(Pessoa.Ana, simulada);
        await TudoFicouGravadoAsync(linha, simulada);

        await AGravacaoTocaAsync(sessao, await quadro.AbrirAsync(Cliente.Atende));
        await OsDoisEstaoNaGravacaoAsync(escuta, linha);
        await espiao.NadaContemAsync("simulador-token", "ramal-1001-aurora", "files/listen", Simulador.Endereco.Authority + "/api", Simulador.Endereco.Authority + "/arquivos");
        Assert.Empty(sessao.Queixas);
    });

    private async Task AmbosSeOuvemAsync(Escuta escuta, LigacaoSimulada simulada)
    {
        await escuta.OuveAsync(Som.Cliente);
        await Simulador.OuveAsync(simulada.Id, Som.Microfone);
    }

    private async Task MudoCalaARepresentanteAsync(JanelaDeLigacao janela, LigacaoSimulada simulada)
    {
        await janela.ClicarAsync("Mudo");
        await janela.MudoEstaAsync(true);
        await Simulador.NaoOuveAsync(simulada.Id);
        await janela.ClicarAsync("Mudo");
        await janela.MudoEstaAsync(false);
        await Simulador.OuveAsync(simulada.Id, Som.Microfone);
    }

    private async Task EmEsperaNinguemSeOuveAsync(JanelaDeLigacao janela, Escuta escuta, LigacaoSimulada simulada)
    {
        await janela.ClicarAsync("Em espera");
        await janela.EstaAsync("Em espera");
        await Simulador.AteAsync(simulada.Id, "the provider holds the call", l => l.EmEspera);
        await Simulador.NaoOuveAsync(simulada.Id);
        await escuta.NaoOuveAsync();
        await janela.ClicarAsync("Retomar");
        await janela.EstaAsync("Em ligação");
        await AmbosSeOuvemAsync(escuta, simulada);
    }

    // Every column of the plan's table, filled by this call.
    private async Task TudoFicouGravadoAsync(LinhaDaLigacao linha, LigacaoSimulada simulada)
    {
        Assert.Equal("atendida", linha.Status);
        Assert.Equal("+5511960000001", linha.NumeroDestino);
        Assert.Equal("1001", linha.NumeroOrigem);
        Assert.Equal(Nota, linha.Notas);
        Assert.Equal("Conversa relevante", linha.Resultado);
        Assert.True(linha.Duracao > 0);
        Assert.NotNull(linha.AtendidaEm);
        Assert.NotNull(linha.Causa);
        using var metadata = JsonDocument.Parse(linha.Metadata);
        Assert.Contains(metadata.RootElement.EnumerateObject(), p => p.Value.ValueKind == JsonValueKind.String && p.Value.GetString() == simulada.ChamadaSip);
        Assert.Equal(1L, await Ambiente.Banco.ValorAsync<long>(
            """
            select count(*) from ligacoes
            where id = $1 and direcao = 'saida' and oportunidade_id is not null and contato_id is not null
              and usuario_id is not null and organizacao_id is not null and inicio_em is not null and criado_em is not null
            """, linha.Id));
        foreach (var acao in new[] { "ligacao.iniciada", "ligacao.encerrada" })
        {
            Assert.Equal(1L, await Ambiente.Banco.ValorAsync<long>("select count(*) from audit_log where entidade_id = $1 and acao = $2", linha.Id, acao));
        }
    }

    private async Task AGravacaoTocaAsync(Sessao sessao, DetalhesPagina detalhes)
    {
        await Ambiente.Banco.UnicaAsync(Pessoa.Ana, Inicio, "the recording is known", l => l.GravacaoUrl is not null);
        await detalhes.AbrirAbaAsync("Ligações");
        await Expect(detalhes.PrimeiraLigacao).ToContainTextAsync(Nota);
        await Expect(detalhes.PrimeiraLigacao).ToContainTextAsync("Atendida");
        await Expect(detalhes.PrimeiraLigacao).ToContainTextAsync("Ana Beatriz Moura");
        var tocador = detalhes.PrimeiraLigacao.GetByLabel("Gravação de");
        var resposta = await sessao.Pagina.RunAndWaitForResponseAsync(
            () => tocador.EvaluateAsync("audio => audio.play()"), r => r.Url.Contains("/telefonia/recordings/", StringComparison.Ordinal));
        Assert.Equal(206, resposta.Status);
        Assert.Contains("range", (await resposta.Request.AllHeadersAsync()).Keys);
        var meio = await tocador.EvaluateAsync<double>("audio => audio.duration / 2");
        Assert.True(meio > 1);
        await tocador.EvaluateAsync("(audio, meio) => { audio.currentTime = meio }", meio);
        await Espera.AteAsync("the player goes on from the middle", () => tocador.EvaluateAsync<bool>("(audio, meio) => !audio.seeking && audio.currentTime >= meio", meio));
        await tocador.EvaluateAsync("audio => audio.pause()");
    }

    private static async Task OsDoisEstaoNaGravacaoAsync(Escuta escuta, LinhaDaLigacao linha)
    {
        var canais = await escuta.NiveisAsync($"/o/aurora/telefonia/recordings/{linha.Id}", Som.Microfone, Som.Cliente);
        Assert.Equal(2, canais.Length);
        var (representante, cliente) = (canais[0], canais[1]);
        Assert.True(representante[0] > -40 && representante[0] > representante[1] + 20, $"left holds 1000 Hz: {string.Join(' ', representante)}");
        Assert.True(cliente[1] > -40 && cliente[1] > cliente[0] + 20, $"right holds 440 Hz: {string.Join(' ', cliente)}");
    }
}

using System.Net;
using System.Net.ServerSentEvents;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;
using CrmVoip.Novidades;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmVoip.IntegrationTests.Features.Shared.Novidades;

/// <summary>What somebody changes is told to the organization's open pages, on every instance, and to nobody else.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class NovidadesTests(AplicacaoFixture app) : IAsyncLifetime
{
    private readonly WebApplicationFactory<CrmDbContext> _uma = app.OutraInstancia(("Crm:Novidades:Duracao", "00:05:00"));
    private readonly WebApplicationFactory<CrmDbContext> _outra = app.OutraInstancia(("Crm:Novidades:Duracao", "00:05:00"));
    private readonly List<IAsyncDisposable> _abertos = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var aberto in _abertos)
        {
            await aberto.DisposeAsync();
        }

        await _uma.DisposeAsync();
        await _outra.DisposeAsync();
    }

    [Fact]
    public async Task Change_is_heard_on_every_instance_by_its_organization_and_by_no_other()
    {
        var (minha, alheia) = (await CenaAsync(), await CenaAsync());
        var aqui = await OuvirAsync(minha.Pessoa, _uma);
        var ali = await OuvirAsync(minha.Pessoa, _outra);
        var estranho = await OuvirAsync(alheia.Pessoa, _outra);

        await MudarAsync(minha, _uma, "minha");
        await aqui.AteAsync("minha");
        await DeVezEmQuandoAsync(() => MudarAsync(minha, _uma, "minha"), () => ali.AteAsync("minha"));

        await MudarAsync(alheia, _outra, "alheia");
        Assert.DoesNotContain("minha", await estranho.AteAsync("alheia"));
    }

    [Fact]
    public async Task Word_left_for_somebody_is_heard_by_that_person_alone_on_every_instance()
    {
        var (ana, oportunidade) = await CenaAsync();
        var rita = await ana.Organizacao.PessoaAsync();
        var aqui = await OuvirAsync(ana, _uma);
        var ali = await OuvirAsync(ana, _outra);
        var deRita = await OuvirAsync(rita, _uma);
        using var cliente = await ComAbaAsync(rita, "de-rita", _uma);
        var nome = await ana.Organizacao.ComDbAsync(db => db.Membros.Where(m => m.UsuarioId == ana.Id).Select(m => m.Nome).SingleAsync());

        Task CitarAsync() => cliente.FormAsync($"/oportunidades/{oportunidade.Id}/notas", ("Texto", $"@{nome}"));
        await CitarAsync();
        await aqui.RecadoAsync();
        await DeVezEmQuandoAsync(CitarAsync, () => ali.RecadoAsync());

        await MudarAsync(new Cena(ana, oportunidade), _uma, "fim");
        await deRita.AteAsync("fim");
        Assert.Equal(0, deRita.Recados);
    }

    [Fact]
    public async Task What_is_rolled_back_and_signs_of_life_are_no_news()
    {
        var cena = await CenaAsync();
        var (pessoa, oportunidade) = cena;
        var ligacao = new Ligacao(pessoa.Organizacao.Id, Guid.NewGuid(), pessoa.Id, CenaDeLigacao.Numero, "1001", DateTimeOffset.UtcNow);
        await pessoa.Organizacao.SalvarAsync(ligacao);
        var ouvinte = await OuvirAsync(pessoa, _uma);

        // Behind what made the scene, on the instance that made it.
        await DeVezEmQuandoAsync(() => MudarAsync(cena, null, "cena-pronta"), () => ouvinte.AteAsync("cena-pronta"));
        await NaInstanciaAsync(pessoa.Organizacao, async db =>
        {
            (await db.Ligacoes.SingleAsync(l => l.Id == ligacao.Id)).DarSinal(DateTimeOffset.UtcNow.AddMinutes(1));
            return await db.SaveChangesAsync();
        });
        using (var cliente = await ComAbaAsync(pessoa, "recusada", _uma))
        {
            var recusada = await cliente.PostAsync(
                $"/oportunidades/{oportunidade.Id}/posicao",
                new { etapaId = oportunidade.EtapaId, etapaVista = Guid.NewGuid(), posicaoVista = "x" });
            Assert.Equal(HttpStatusCode.Conflict, recusada.StatusCode);
        }

        await MudarAsync(cena, _uma, "aceita");
        Assert.Equal(["aceita"], (await ouvinte.AteAsync("aceita")).Where(aba => aba != "cena-pronta"));
    }

    [Fact]
    public async Task Lost_connection_is_opened_again_and_whoever_listens_is_told_of_the_gap()
    {
        var cena = await CenaAsync();
        var ouvinte = await OuvirAsync(cena.Pessoa, _uma);
        await DeVezEmQuandoAsync(() => MudarAsync(cena, _outra, "antes"), () => ouvinte.AteAsync("antes"));

        await app.Banco.ExecutarAsync("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query = 'listen crm_novidades'");

        await ouvinte.AteAsync("");
        await DeVezEmQuandoAsync(() => MudarAsync(cena, _outra, "depois"), () => ouvinte.AteAsync("depois"));
    }

    [Fact]
    public async Task Stream_ends_after_its_time_and_a_person_has_so_many()
    {
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        using var cliente = await pessoa.EntrarAsync();
        var inteira = await (await cliente.GetAsync("/novidades")).Content.ReadAsStringAsync();
        Assert.StartsWith("event: pulso\n", inteira, StringComparison.Ordinal);

        for (var i = 0; i < Assinaturas.PorPessoa; i++)
        {
            await OuvirAsync(pessoa, _uma);
        }

        using var aMais = await pessoa.EntrarAsync(_uma);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await aMais.GetAsync("/novidades")).StatusCode);
    }

    // Another instance begins to listen some time after it started.
    private static async Task DeVezEmQuandoAsync(Func<Task> mudar, Func<Task> ouvir)
    {
        var ouviu = ouvir();
        while (!ouviu.IsCompleted)
        {
            await mudar();
            await Task.WhenAny(ouviu, Task.Delay(500));
        }

        await ouviu;
    }

    private async Task<Cena> CenaAsync()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        var pessoa = await organizacao.PessoaAsync();
        return new Cena(pessoa, await organizacao.OportunidadeAsync(pessoa));
    }

    private static async Task MudarAsync(Cena cena, WebApplicationFactory<CrmDbContext>? instancia, string aba)
    {
        var (pessoa, oportunidade) = cena;
        using var cliente = await ComAbaAsync(pessoa, aba, instancia);
        var resposta = await cliente.PostAsync(
            $"/oportunidades/{oportunidade.Id}/posicao",
            new { etapaId = oportunidade.EtapaId, etapaVista = oportunidade.EtapaId, posicaoVista = (string?)null });
        Assert.Equal(HttpStatusCode.OK, resposta.StatusCode);
    }

    private static async Task<ClienteDeTeste> ComAbaAsync(PessoaDeTeste pessoa, string aba, WebApplicationFactory<CrmDbContext>? instancia)
    {
        var cliente = await (instancia is null ? pessoa.EntrarAsync() : pessoa.EntrarAsync(instancia));
        cliente.Http.DefaultRequestHeaders.Add(AbaDoPedido.Cabecalho, aba);
        return cliente;
    }

    private async Task NaInstanciaAsync(OrganizacaoDeTeste organizacao, Func<CrmDbContext, Task<int>> trabalho)
    {
        await using var aberto = await _uma.Services.GetRequiredService<EscopoDaOrganizacao>().AbrirAsync(organizacao.Id, CancellationToken.None);
        await aberto!.Db.EmTransacaoAsync(() => trabalho(aberto.Db), CancellationToken.None);
    }

    private async Task<Ouvinte> OuvirAsync(PessoaDeTeste pessoa, WebApplicationFactory<CrmDbContext> instancia)
    {
        var ouvinte = await Ouvinte.AbrirAsync(await pessoa.EntrarAsync(instancia), $"{pessoa.Organizacao.Base}/novidades");
        _abertos.Add(ouvinte);
        return ouvinte;
    }

    private sealed record Cena(PessoaDeTeste Pessoa, Oportunidade Oportunidade);

    private sealed class Ouvinte(ClienteDeTeste cliente, HttpResponseMessage resposta, IAsyncEnumerator<SseItem<string>> itens) : IAsyncDisposable
    {
        private static readonly TimeSpan _limite = TimeSpan.FromMinutes(1);

        public static async Task<Ouvinte> AbrirAsync(ClienteDeTeste cliente, string endereco)
        {
            var resposta = await cliente.Http.GetAsync(endereco, HttpCompletionOption.ResponseHeadersRead);
            Assert.Equal(HttpStatusCode.OK, resposta.StatusCode);
            Assert.Equal("text/event-stream", resposta.Content.Headers.ContentType!.MediaType);
            var ouvinte = new Ouvinte(cliente, resposta, SseParser.Create(await resposta.Content.ReadAsStreamAsync()).EnumerateAsync().GetAsyncEnumerator());
            Assert.Equal("pulso", (await ouvinte.LerAsync()).EventType);
            return ouvinte;
        }

        /// <returns>The tabs that made the changes, in order, to the one that is waited for; "" where it was none.</returns>
        public async Task<IReadOnlyList<string>> AteAsync(string aba)
        {
            var ouvidas = new List<string>();
            while (ouvidas.Count == 0 || ouvidas[^1] != aba)
            {
                if (await LerAsync() is { EventType: "funil" } item)
                {
                    ouvidas.Add(item.Data);
                }
            }

            return ouvidas;
        }

        public int Recados { get; private set; }

        public async Task RecadoAsync()
        {
            var antes = Recados;
            while (Recados == antes)
            {
                await LerAsync();
            }
        }

        public async ValueTask DisposeAsync()
        {
            resposta.Dispose();
            cliente.Dispose();
            await ValueTask.CompletedTask;
        }

        private async Task<SseItem<string>> LerAsync()
        {
            var item = await itens.MoveNextAsync().AsTask().WaitAsync(_limite) ? itens.Current : throw new InvalidOperationException("The stream ended.");
            Recados += item.EventType == "recados" ? 1 : 0;
            return item;
        }
    }
}

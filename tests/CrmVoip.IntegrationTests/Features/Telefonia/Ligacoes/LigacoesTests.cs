using System.Net;
using CrmVoip.Domain;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Telefonia.Ligacoes;

/// <summary>A call's life as the browser reports it.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class LigacoesTests(AplicacaoFixture app)
{
    private static readonly DateTimeOffset _inicio = DateTimeOffset.UtcNow.AddMinutes(-1);

    [Fact]
    public async Task Row_exists_before_the_invite_with_all_the_line_knows()
    {
        var cena = await CenaAsync();
        var id = Guid.NewGuid();

        var resposta = await cena.Cliente.PostAsync("/ligacoes", new { id, numero = "(11) 96000-0001", contatoId = cena.Oportunidade.ContatoId, oportunidadeId = cena.Oportunidade.Id });

        Assert.Equal(HttpStatusCode.Created, resposta.StatusCode);
        var corpo = await ClienteDeTeste.LerAsync(resposta);
        Assert.Equal("+5511960000001", corpo.GetProperty("numeroParaDiscar").GetString());
        Assert.Equal("(11) 96000-0001", corpo.GetProperty("numeroFormatado").GetString());
        Assert.Equal("Marina Alves", corpo.GetProperty("contatoNome").GetString());
        var ligacao = await LerAsync(cena, id);
        Assert.Equal(StatusDaLigacao.EmAndamento, ligacao.Status);
        Assert.Equal("1001", ligacao.NumeroOrigem);
        Assert.Equal(cena.Oportunidade.Id, ligacao.OportunidadeId);
        Assert.Equal(["ligacao.iniciada"], await AcoesAsync(cena, id));
    }

    [Theory]
    [InlineData("11 96000-0001", true)]
    [InlineData("11 96000-0999", false)]
    public async Task Number_dialled_by_hand_belongs_to_the_only_contact_who_has_it_and_their_only_open_deal(string numero, bool conhecido)
    {
        var cena = await CenaAsync();
        var id = Guid.NewGuid();

        await cena.Cliente.PostAsync("/ligacoes", new { id, numero });

        var ligacao = await LerAsync(cena, id);
        Assert.Equal(conhecido ? cena.Oportunidade.ContatoId : null, ligacao.ContatoId);
        Assert.Equal(conhecido ? cena.Oportunidade.Id : null, ligacao.OportunidadeId);
    }

    [Fact]
    public async Task Call_from_a_card_which_names_its_deal_only_belongs_to_the_contact_of_the_deal()
    {
        var cena = await CenaAsync();
        var id = Guid.NewGuid();

        await cena.Cliente.PostAsync("/ligacoes", new { id, numero = "+5511960000001", oportunidadeId = cena.Oportunidade.Id });

        var ligacao = await LerAsync(cena, id);
        Assert.Equal((cena.Oportunidade.ContatoId, cena.Oportunidade.Id), (ligacao.ContatoId, ligacao.OportunidadeId));
    }

    [Fact]
    public async Task Number_dialled_by_hand_that_two_contacts_have_is_nobodys()
    {
        var cena = await CenaAsync();
        await cena.Pessoa.Organizacao.OportunidadeAsync(cena.Pessoa, "Outra Marina");
        var id = Guid.NewGuid();

        await cena.Cliente.PostAsync("/ligacoes", new { id, numero = "+5511960000001" });

        Assert.Null((await LerAsync(cena, id)).ContatoId);
    }

    [Fact]
    public async Task Same_request_twice_makes_one_call()
    {
        var cena = await CenaAsync();
        var id = await DiscarAsync(cena);
        var repetida = await cena.Cliente.PostAsync("/ligacoes", new { id, numero = "+5511960000001" });
        Assert.Equal(HttpStatusCode.OK, repetida.StatusCode);
        Assert.Equal(1, await cena.Pessoa.Organizacao.ComDbAsync(db => db.Ligacoes.CountAsync()));
    }

    [Fact]
    public async Task Second_call_while_one_is_up_is_refused()
    {
        var cena = await CenaAsync();
        await DiscarAsync(cena);
        var segunda = await cena.Cliente.PostAsync("/ligacoes", new { id = Guid.NewGuid(), numero = "+5511960000002" });
        Assert.Equal(HttpStatusCode.Conflict, segunda.StatusCode);
        Assert.Equal("em_outra_ligacao", (await ClienteDeTeste.LerAsync(segunda)).GetProperty("codigo").GetString());
    }

    [Fact]
    public async Task Two_clicks_at_once_start_one_call()
    {
        var cena = await CenaAsync();
        await cena.Cliente.GetAsync("/ligacoes/" + Guid.NewGuid());
        var respostas = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => cena.Cliente.PostAsync("/ligacoes", new { id = Guid.NewGuid(), numero = "+5511960000001" })));
        Assert.Single(respostas, r => r.StatusCode == HttpStatusCode.Created);
        Assert.Equal(5, respostas.Count(r => r.StatusCode == HttpStatusCode.Conflict));
    }

    [Theory]
    [InlineData("1001")]
    [InlineData("(20) 96123-4567")]
    [InlineData("")]
    public async Task Number_that_cannot_be_dialled_is_refused_before_anything_rings(string numero)
    {
        var cena = await CenaAsync();
        var resposta = await cena.Cliente.PostAsync("/ligacoes", new { id = Guid.NewGuid(), numero });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, resposta.StatusCode);
        Assert.Equal("numero_invalido", (await ClienteDeTeste.LerAsync(resposta)).GetProperty("codigo").GetString());
    }

    [Fact]
    public async Task Person_without_ramal_is_told_where_to_get_one()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        await organizacao.ConectarAsync();
        using var cliente = await (await organizacao.PessoaAsync()).EntrarAsync();
        var corpo = await ClienteDeTeste.LerAsync(await cliente.PostAsync("/ligacoes", new { id = Guid.NewGuid(), numero = "+5511960000001" }));
        Assert.Equal("sem_ramal", corpo.GetProperty("codigo").GetString());
        Assert.Equal($"{organizacao.Base}/ramais", corpo.GetProperty("link").GetString());
    }

    [Fact]
    public async Task Whole_call_is_recorded_with_its_talk_time_and_end()
    {
        var cena = await CenaAsync();
        var id = await DiscarAsync(cena);

        await EventosAsync(cena, id, ("tocando", 2, null), ("atendida", 5, null), ("encerrada", 35, "normal"));

        var ligacao = await LerAsync(cena, id);
        Assert.Equal(StatusDaLigacao.Atendida, ligacao.Status);
        Assert.Equal(30, ligacao.DuracaoSegundos);
        Assert.Equal("normal", ligacao.CausaDesligamento);
        Assert.NotNull(ligacao.FimEm);
        Assert.NotNull(ligacao.ConferirEm);
        Assert.Equal(["ligacao.iniciada", "ligacao.encerrada"], await AcoesAsync(cena, id));
    }

    [Fact]
    public async Task Facts_in_reverse_and_twice_give_the_same_call()
    {
        var cena = await CenaAsync();
        var id = await DiscarAsync(cena);
        var fatos = Fatos(("tocando", 2, null), ("atendida", 5, null), ("encerrada", 35, "normal"));
        foreach (var fato in fatos.Reverse().Concat(fatos))
        {
            var resposta = await cena.Cliente.PostAsync($"/ligacoes/{id}/eventos", new { eventos = new[] { fato } });
            Assert.Equal(HttpStatusCode.OK, resposta.StatusCode);
        }

        var ligacao = await LerAsync(cena, id);
        Assert.Equal(StatusDaLigacao.Atendida, ligacao.Status);
        Assert.Equal(30, ligacao.DuracaoSegundos);
        Assert.Equal(3, await cena.Pessoa.Organizacao.ComDbAsync(db => db.LigacaoEventos.CountAsync(e => e.LigacaoId == id)));
        Assert.Equal(1, (await AcoesAsync(cena, id)).Count(a => a == "ligacao.encerrada"));
    }

    [Fact]
    public async Task Wrong_clock_of_the_browser_is_corrected()
    {
        var cena = await CenaAsync();
        var id = await DiscarAsync(cena);
        var errado = TimeSpan.FromHours(3);
        var agora = DateTimeOffset.UtcNow;
        await cena.Cliente.PostAsync($"/ligacoes/{id}/eventos", new
        {
            agora = agora + errado,
            eventos = new[] { new { id = Guid.NewGuid(), tipo = "encerrada", em = agora + errado, dados = new { causa = "busy" } } },
        });
        var ligacao = await LerAsync(cena, id);
        Assert.Equal(StatusDaLigacao.Ocupado, ligacao.Status);
        Assert.InRange((ligacao.FimEm!.Value - agora).TotalSeconds, -2, 10);
    }

    [Fact]
    public async Task Notes_keep_the_newest_version_whatever_order_they_arrive_in()
    {
        var cena = await CenaAsync();
        var id = await DiscarAsync(cena);
        await cena.Cliente.PutAsync($"/ligacoes/{id}/notas", new { notas = "nova", versao = 20 });
        await cena.Cliente.PutAsync($"/ligacoes/{id}/notas", new { notas = "velha", versao = 10 });
        Assert.Equal("nova", (await LerAsync(cena, id)).Notas);
    }

    [Fact]
    public async Task Colleague_cannot_touch_my_call()
    {
        var cena = await CenaAsync();
        var id = await DiscarAsync(cena);
        var colega = await cena.Pessoa.Organizacao.PessoaAsync();
        await colega.ComRamalAsync("1002");
        using var cliente = await colega.EntrarAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await cliente.PutAsync($"/ligacoes/{id}/notas", new { notas = "x", versao = 1 })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await cliente.PostAsync($"/ligacoes/{id}/batimento")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await cliente.PostAsync("/ligacoes", new { id, numero = "+5511960000001" })).StatusCode);
    }

    private static object[] Fatos(params (string Tipo, int Segundo, string? Causa)[] fatos) =>
        [.. fatos.Select(f => new { id = Guid.NewGuid(), tipo = f.Tipo, em = _inicio.AddSeconds(f.Segundo), dados = new { causa = f.Causa } })];

    private static async Task EventosAsync(Cena cena, Guid id, params (string Tipo, int Segundo, string? Causa)[] fatos)
    {
        var resposta = await cena.Cliente.PostAsync($"/ligacoes/{id}/eventos", new { eventos = Fatos(fatos) });
        Assert.Equal(HttpStatusCode.OK, resposta.StatusCode);
        Assert.Equal(fatos.Length, (await ClienteDeTeste.LerAsync(resposta)).GetProperty("aceitos").GetArrayLength());
    }

    private static async Task<Guid> DiscarAsync(Cena cena)
    {
        var id = Guid.NewGuid();
        var resposta = await cena.Cliente.PostAsync("/ligacoes", new { id, numero = "+5511960000001", oportunidadeId = cena.Oportunidade.Id });
        Assert.Equal(HttpStatusCode.Created, resposta.StatusCode);
        return id;
    }

    private static Task<Ligacao> LerAsync(Cena cena, Guid id) =>
        cena.Pessoa.Organizacao.ComDbAsync(db => db.Ligacoes.AsNoTracking().SingleAsync(l => l.Id == id));

    private static Task<List<string>> AcoesAsync(Cena cena, Guid id) =>
        cena.Pessoa.Organizacao.ComDbAsync(db => db.AuditLog.Where(a => a.EntidadeId == id).OrderBy(a => a.Id).Select(a => a.Acao).ToListAsync());

    private async Task<Cena> CenaAsync()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        await organizacao.ConectarAsync();
        var pessoa = await organizacao.PessoaAsync();
        await pessoa.ComRamalAsync();
        return new Cena(pessoa, await organizacao.OportunidadeAsync(pessoa), await pessoa.EntrarAsync());
    }

    private sealed record Cena(PessoaDeTeste Pessoa, Oportunidade Oportunidade, ClienteDeTeste Cliente);
}

using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Features.Telefonia.Registros;
using CrmVoip.Vault;
using CrmVoip.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmVoip.IntegrationTests.Infra;

/// <summary>A connected organization with somebody who has a ramal and a deal, and calls this person made.</summary>
public sealed record CenaDeLigacao(OrganizacaoDeTeste Organizacao, PessoaDeTeste Pessoa, Oportunidade Oportunidade)
{
    public const string Numero = "+5511960000001";

    public static async Task<CenaDeLigacao> CriarAsync(AplicacaoFixture app, string baseUrl, string token = SimuladorDeTeste.Token)
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        await organizacao.ConectarAsync(baseUrl, token, SimuladorDeTeste.Dominio);
        var pessoa = await organizacao.PessoaAsync();
        await pessoa.ComRamalAsync("1001", "ramal-1001-aurora", SimuladorDeTeste.Dominio);
        return new CenaDeLigacao(organizacao, pessoa, await organizacao.OportunidadeAsync(pessoa));
    }

    /// <summary>The provider knows where to report calls: the secret in the webhook's address.</summary>
    public Task<int> ComGanchoAsync(string segredo)
    {
        var cofre = Organizacao.App.Services.GetRequiredService<ICofre>();
        return Organizacao.ComDbAsync(async db =>
        {
            var integracao = await db.Integracoes.SingleAsync();
            integracao.GuardarSegredoDoWebhook(cofre.Cifrar(new LugarDoSegredo(Organizacao.Id, Integracao.ColunaDoWebhook, integracao.Id), segredo));
            return await db.SaveChangesAsync();
        });
    }

    /// <summary>A call the browser reported from beginning to end; the provider has said nothing yet.</summary>
    public async Task<Guid> LigouAsync(
        DateTimeOffset inicio, string numero = Numero, string? gravacaoUrl = null, string? semAtender = null, bool comecou = false, int dura = 37)
    {
        var ligacao = new Ligacao(Organizacao.Id, Guid.NewGuid(), Pessoa.Id, numero, "1001", inicio)
        {
            SipDomain = SimuladorDeTeste.Dominio,
            OportunidadeId = Oportunidade.Id,
            ContatoId = Oportunidade.ContatoId,
        };
        LigacaoEvento[] fatos = semAtender is null
            ?
            [
                Fato(ligacao, OrigemDoFato.Navegador, TipoDeEvento.Atendida, inicio.AddSeconds(4), new DadosDoEvento()),
                Fato(ligacao, OrigemDoFato.Navegador, TipoDeEvento.Encerrada, inicio.AddSeconds(dura), new DadosDoEvento { Causa = "normal" }),
            ]
            : [Fato(ligacao, OrigemDoFato.Navegador, TipoDeEvento.Encerrada, inicio.AddSeconds(6), new DadosDoEvento { Causa = semAtender })];
        if (gravacaoUrl is not null)
        {
            var dados = new DadosDoEvento { CausaProvedor = "NORMAL_CLEARING", DuracaoSegundos = 30, GravacaoUrl = gravacaoUrl };
            fatos = [.. fatos, Fato(ligacao, OrigemDoFato.Reconciliacao, TipoDeEvento.Encerrada, inicio.AddSeconds(35), dados)];
        }

        fatos = comecou ? [.. fatos, Fato(ligacao, OrigemDoFato.Navegador, TipoDeEvento.Chamando, inicio, new DadosDoEvento())] : fatos;
        ligacao.Projetar(fatos);
        await Organizacao.SalvarAsync([ligacao, .. fatos]);
        return ligacao.Id;
    }

    public Task<Ligacao> LerAsync(Guid id) => Organizacao.ComDbAsync(db => db.Ligacoes.AsNoTracking().SingleAsync(l => l.Id == id));

    public Task<int> VencerConferenciaAsync(Guid id) => Organizacao.ComDbAsync(async db =>
    {
        var ligacao = await db.Ligacoes.SingleAsync(l => l.Id == id);
        ligacao.ConferirDepoisDe(DateTimeOffset.UtcNow.AddSeconds(-1));
        return await db.SaveChangesAsync();
    });

    /// <summary>Asks the provider's list, as the work that is planned for it does, for the calls that wait and for all.</summary>
    public async Task<Desfecho> ConferirAsync(IServiceProvider? instancia = null)
    {
        var id = await Organizacao.ComDbAsync(db => db.Integracoes.Select(i => i.Id).SingleAsync());
        var escopos = (instancia ?? Organizacao.App.Services).GetRequiredService<EscopoDaOrganizacao>();
        await using var escopo = await escopos.AbrirAsync(Organizacao.Id, CancellationToken.None);
        var desfecho = await escopo!.Services.GetRequiredService<ConferirConexao>().ExecutarAsync(id, 1, CancellationToken.None);
        await Organizacao.TrabalharAsync();
        return desfecho;
    }

    /// <summary>What a check does at its end.</summary>
    public Task CasarDeNovoAsync() => Organizacao.ComServicoAsync<CasarDeNovo>(casar => casar.ExecutarAsync(CancellationToken.None));

    private static LigacaoEvento Fato(Ligacao ligacao, OrigemDoFato origem, TipoDeEvento tipo, DateTimeOffset em, DadosDoEvento dados) =>
        new(ligacao.OrganizacaoId, Guid.NewGuid(), ligacao.Id, origem, tipo, em) { Dados = dados };
}

using CrmVoip.Domain;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Domain.Telefonia;
using CrmVoip.Features.Telefonia.Ligacoes;
using CrmVoip.Features.Telefonia.Registros;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;
using CrmVoip.UnitTests.Domain.Telefonia.Historias;
using CsCheck;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Telefonia.Registros;

/// <summary>The generated histories again, through the database: facts and readings in any order, then what is planned.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class HistoriasNoBancoTests(AplicacaoFixture app)
{
    private const int Quantas = 50;

    [Fact]
    public async Task Fifty_histories_end_as_the_pure_pairing_and_projection_say()
    {
        var contagem = new HistoryCount();
        foreach (var historia in Sementes().Take(Quantas))
        {
            await ViverAsync(historia, contagem);
        }
    }

    // A call that goes on is told by the clock of the database, not by the history's; an id of its own and a wrong date at once may
    // be two records, which the pure pairing is not asked about.
    private static IEnumerable<Historia> Sementes() =>
        from i in Enumerable.Range(0, int.MaxValue)
        let historia = HistoryGenerator.Historias.Generate(new PCG((uint)i, 7), null!, out _)
        where historia.Registros.Count > 1
            && !historia.Ligacoes.Any(l => l.Chamada.Viva)
            && !historia.Registros.Any(r => r.Chamada.Passo.Contada.OutroId)
        select historia;

    private async Task ViverAsync(Historia historia, HistoryCount contagem)
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        await organizacao.ConectarAsync();
        var pessoa = await organizacao.PessoaAsync();
        if (historia.RelogioConhecido is { } relogio)
        {
            await MostrarRelogioAsync(organizacao, pessoa, relogio);
        }

        await DiscarAsync(organizacao, pessoa, historia);
        foreach (var passo in Passos(organizacao, historia).OrderBy(p => unchecked((p.Ordem * 397) ^ historia.Mistura) % 1009))
        {
            await passo.Fazer();
        }

        await organizacao.TrabalharAsync();
        await organizacao.TrabalharAsync(TimeSpan.FromMinutes(2));
        await ConferirAsync(organizacao, historia, contagem);
    }

    private static IEnumerable<(int Ordem, Func<Task> Fazer)> Passos(OrganizacaoDeTeste organizacao, Historia historia)
    {
        var ordem = 0;
        foreach (var evento in historia.Ligacoes.SelectMany(l => l.Eventos))
        {
            var fato = new LigacaoEvento(organizacao.Id, evento.Id, evento.LigacaoId, evento.Origem, evento.Tipo, evento.OcorridoEm) { Dados = evento.Dados };
            yield return (ordem++, () => organizacao.ComServicoAsync<RegistrarFatos, bool>(r => r.ExecutarAsync(fato.LigacaoId, [fato], CancellationToken.None)));
        }

        foreach (var leitura in historia.Registros.SelectMany(r => r.Leituras))
        {
            yield return (ordem++, () => organizacao.ComServicoAsync<AprenderDoProvedor, bool>(
                a => a.ExecutarAsync(leitura.Fonte, leitura.Dados, leitura.RecebidaEm, CancellationToken.None)));
        }
    }

    private async Task DiscarAsync(OrganizacaoDeTeste organizacao, PessoaDeTeste pessoa, Historia historia)
    {
        foreach (var (_, ligacao, _) in historia.Ligacoes)
        {
            var linha = new Ligacao(organizacao.Id, ligacao.Id, pessoa.Id, ligacao.Numero, "1000", ligacao.InicioEm);
            linha.ComModo(ligacao.PeloDiscador ? ModoDeDiscagem.Dialer : ModoDeDiscagem.Sip);
            linha.DarSinal(ligacao.UltimoSinalEm ?? ligacao.InicioEm);
            await organizacao.SalvarAsync(linha);
        }

        await app.Banco.ExecutarAsync($"update ligacoes set criado_em = inicio_em where organizacao_id = '{organizacao.Id}'");
    }

    private static async Task MostrarRelogioAsync(OrganizacaoDeTeste organizacao, PessoaDeTeste pessoa, TimeSpan relogio)
    {
        var antes = HistoryBuilder.Em(-6 * 3600);
        var ligacao = new Ligacao(organizacao.Id, Guid.NewGuid(), pessoa.Id, "+5511960000099", "1999", antes);
        LigacaoEvento[] fatos = [new(organizacao.Id, Guid.NewGuid(), ligacao.Id, OrigemDoFato.Navegador, TipoDeEvento.Encerrada, antes.AddSeconds(9)) { Dados = new() { Causa = "normal" } }];
        ligacao.Projetar(fatos);
        var registro = new RegistroDoProvedor(organizacao.Id);
        registro.Projetar(RelatoDoProvedor.De(
        [
            new LeituraDoProvedor(organizacao.Id, registro.Id, FonteDaLeitura.Lista, antes.AddSeconds(60))
            {
                Dados = new() { ProvedorId = "relogio", De = "1999", Para = "+5511960000099", InicioEm = antes + relogio, Tentativa = ligacao.Id },
            },
        ]));
        await organizacao.SalvarAsync([ligacao, .. fatos]);
        registro.Vincular(ligacao.Id, MotivoDoVinculo.Tentativa, antes, relogio, TimeSpan.Zero);
        await organizacao.SalvarAsync(registro);
    }

    private static async Task ConferirAsync(OrganizacaoDeTeste organizacao, Historia historia, HistoryCount contagem)
    {
        var (registros, ids, ligacoes) = await organizacao.ComDbAsync(async db => (
            await db.RegistrosDoProvedor.AsNoTracking().ToListAsync(),
            await db.IdsDosRegistros.AsNoTracking().ToDictionaryAsync(i => i.ProvedorId, i => i.RegistroId),
            await db.Ligacoes.AsNoTracking().ToListAsync()));
        var casados = historia.DeSaida.ToDictionary(r => r.Id, r =>
        {
            var linha = registros.Single(l => l.Id == ids[r.Relato.ProvedorIds[0]]);
            return new Casado(r.Id, linha.DeLigacaoNossa ? linha.LigacaoId : null, linha.Motivo, linha.Candidatas) { Adiantado = linha.Correcao };
        });
        HistoryProperties.PairedAsInTruth(historia, casados, contagem);
        foreach (var ligacao in historia.Ligacoes)
        {
            var (linha, pura) = (ligacoes.Single(l => l.Id == ligacao.Ligacao.Id), historia.Projetar(ligacao, casados));
            Assert.Equal(
                (pura.Status, pura.Origem, pura.DuracaoSegundos, Milissegundos(pura.AtendidaEm), Milissegundos(pura.FimEm), pura.GravacaoUrl),
                (linha.Status, linha.OrigemStatus, linha.DuracaoSegundos, Milissegundos(linha.AtendidaEm), Milissegundos(linha.FimEm), linha.GravacaoUrl));
        }

        Assert.Equal(
            registros.Where(r => r.Motivo == MotivoDoVinculo.ForaDoCrm).Select(r => r.LigacaoId!.Value).Order(),
            ligacoes.Where(l => l is { Origem: OrigemDaLigacao.ForaDoCrm, SubstituidaPor: null }).Select(l => l.Id).Order());
        Assert.DoesNotContain(registros, r => r is { LigacaoId: null, EmDuvida: false, FimRecebidoEm: not null });
    }

    // The database keeps microseconds.
    private static long? Milissegundos(DateTimeOffset? em) => em is { } e ? (e.Ticks + 5_000) / TimeSpan.TicksPerMillisecond : null;
}

using System.Linq.Expressions;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Vendas.Oportunidades;
using CrmVoip.Features.Vendas.Quadros;
using CrmVoip.Tenancy;
using CrmVoip.Web.Planilhas;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Exportacao;

public sealed record LinhaDaOportunidade(Guid Id, Guid EtapaId, string Posicao, string Titulo, decimal Valor, SituacaoDaOportunidade Situacao)
{
    public required string Etapa { get; init; }

    public required string Responsavel { get; init; }

    public required string Contato { get; init; }

    public string? Empresa { get; init; }

    public string? Telefone { get; init; }

    public string? Email { get; init; }

    public string? ProximoPasso { get; init; }

    public DateOnly? ProximoPassoEm { get; init; }

    public DateTimeOffset NaEtapaDesde { get; init; }

    public DateTimeOffset CriadaEm { get; init; }

    public DateTimeOffset? EncerradaEm { get; init; }

    public string? MotivoDePerda { get; init; }
}

/// <summary>The deals that the board's filter shows: stage after stage, in the order of their cards.</summary>
public sealed class OportunidadesEmPlanilha(CrmDbContext db, OrganizacaoAtual atual, TimeProvider relogio)
{
    private static readonly Expression<Func<Oportunidade, LinhaDaOportunidade>> _linha = o =>
        new LinhaDaOportunidade(o.Id, o.EtapaId, o.Posicao, o.Titulo, o.Valor, o.Situacao)
        {
            Etapa = o.Etapa!.Nome,
            Responsavel = o.Responsavel!.Nome,
            Contato = o.Contato!.Nome,
            Empresa = o.Contato.Empresa,
            Telefone = o.Contato.Telefone,
            Email = o.Contato.Email,
            ProximoPasso = o.ProximoPasso,
            ProximoPassoEm = o.ProximoPassoEm,
            NaEtapaDesde = o.NaEtapaDesde,
            CriadaEm = o.CriadaEm,
            EncerradaEm = o.EncerradaEm,
            MotivoDePerda = o.MotivoDePerda!.Nome,
        };

    public async Task<ListaParaPlanilha<LinhaDaOportunidade>> PrepararAsync(FiltroDoQuadro filtro, CancellationToken ct)
    {
        var (agora, fuso) = (relogio.GetUtcNow(), atual.Exigido.FusoHorario);
        var etapas = await db.EmTransacaoAsync(() => db.EtapasDoFunilPrincipal().Select(e => e.Id).ToArrayAsync(ct), ct);
        return new ListaParaPlanilha<LinhaDaOportunidade>(
            "oportunidades",
            await EmPalavrasAsync(filtro, ct),
            [
                new("Título", o => Celula.De(o.Titulo)),
                new("Valor", o => Celula.Dinheiro(o.Valor)),
                new("Etapa", o => Celula.De(o.Etapa)),
                new("Situação", o => Celula.De(o.Situacao.ToString())),
                new("Responsável", o => Celula.De(o.Responsavel)),
                new("Contato", o => Celula.De(o.Contato)),
                new("Empresa", o => Celula.De(o.Empresa)),
                new("Telefone", o => Celula.Telefone(o.Telefone)),
                new("E-mail", o => Celula.De(o.Email)),
                new("Próximo passo", o => Celula.De(o.ProximoPasso)),
                new("Próximo passo em", o => Celula.Dia(o.ProximoPassoEm)),
                new("Na etapa desde", o => Celula.Momento(o.NaEtapaDesde, fuso)),
                new("Criada em", o => Celula.Momento(o.CriadaEm, fuso)),
                new("Encerrada em", o => Celula.Momento(o.EncerradaEm, fuso)),
                new("Motivo de perda", o => Celula.De(o.MotivoDePerda)),
            ],
            c => ContarAsync(filtro, etapas, agora, c),
            c => db.EmPartesAsync<LinhaDaOportunidade>(ultima => ParteAsync(filtro, etapas, ultima, agora, c), c));
    }

    private async Task<int> ContarAsync(FiltroDoQuadro filtro, Guid[] etapas, DateTimeOffset agora, CancellationToken ct) =>
        await db.AchadasAsync(filtro, agora, ct) is { } achadas
            ? etapas.Sum(e => achadas.Total(e).Quantidade)
            : await db.Passam(filtro, agora).CountAsync(o => etapas.Contains(o.EtapaId), ct);

    private async Task<List<LinhaDaOportunidade>> ParteAsync(
        FiltroDoQuadro filtro, Guid[] etapas, LinhaDaOportunidade? ultima, DateTimeOffset agora, CancellationToken ct)
    {
        var achadas = await db.AchadasAsync(filtro, agora, ct);
        var linhas = new List<LinhaDaOportunidade>();
        foreach (var etapa in etapas.SkipWhile(e => ultima is not null && e != ultima.EtapaId))
        {
            var depois = etapa == ultima?.EtapaId ? ultima.Posicao : "";
            var quantas = ExportarLista.LinhasPorVez - linhas.Count;
            linhas.AddRange(await DaEtapa(filtro, achadas, etapa, depois, quantas, agora).Select(_linha).ToListAsync(ct));
            if (linhas.Count == ExportarLista.LinhasPorVez)
            {
                break;
            }
        }

        return linhas;
    }

    private IQueryable<Oportunidade> DaEtapa(FiltroDoQuadro filtro, Achadas? achadas, Guid etapa, string depois, int quantas, DateTimeOffset agora)
    {
        if (achadas is null)
        {
            return db.Passam(filtro, agora).Where(o => o.EtapaId == etapa && o.Posicao.CompareTo(depois) > 0).OrderBy(o => o.Posicao).Take(quantas);
        }

        Guid[] ids = [.. achadas.Depois(etapa, depois, quantas)];
        return db.Oportunidades.Where(o => ids.Contains(o.Id)).OrderBy(o => o.Posicao);
    }

    private async Task<string?> EmPalavrasAsync(FiltroDoQuadro filtro, CancellationToken ct)
    {
        var responsavel = filtro.Responsavel is { } id
            ? await db.EmTransacaoAsync(() => db.Membros.Where(m => m.UsuarioId == id).Select(m => m.Nome).SingleOrDefaultAsync(ct), ct)
            : null;
        string?[] partes =
        [
            filtro.EmPalavras(2), responsavel is null ? null : "de " + responsavel, filtro.Parada ? "paradas há mais de 14 dias" : null,
            filtro.TextoLimpo is { } texto ? $"“{texto}”" : null,
        ];
        return string.Join(", ", partes.OfType<string>());
    }
}

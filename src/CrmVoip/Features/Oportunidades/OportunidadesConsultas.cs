using System.Linq.Expressions;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Oportunidades;

/// <summary>A stage with its totals and its first cards.</summary>
public sealed record ColunaDoQuadro(Guid Id, string Nome, int Quantidade, decimal Soma, IReadOnlyList<CartaoDaOportunidade> Cartoes);

public sealed record CartaoDaOportunidade(
    Guid Id,
    string Titulo,
    decimal Valor,
    DateTimeOffset NaEtapaDesde,
    DateTimeOffset? EncerradaEm,
    Guid ContatoId,
    string Contato,
    string? Empresa,
    string? Telefone,
    string Responsavel,
    string Posicao,
    string? ProximoPasso,
    DateOnly? ProximoPassoEm,
    UltimaLigacao? UltimaLigacao);

/// <summary>What became of the last call to this opportunity: what the line did, and what the rep made of it.</summary>
public sealed record UltimaLigacao(DateTimeOffset InicioEm, StatusDaLigacao Status, DirecaoDaLigacao Direcao, string? Resultado)
{
    public bool Atendida => Status == StatusDaLigacao.Atendida;

    public string Icone => this switch
    {
        { Direcao: DirecaoDaLigacao.Saida } => "phone-outgoing",
        { Atendida: true } => "phone-incoming",
        _ => "phone-missed",
    };

    public string Texto => this switch
    {
        { Resultado: { } resultado } => resultado,
        { Direcao: DirecaoDaLigacao.Saida } => Formato.Status(Status),
        { Atendida: true } => "Ligou e foi atendido",
        _ => "Ligou e não foi atendido",
    };
}

public sealed record EtapaDoFunil(Guid Id, string Nome, int Ordem);

public sealed record DetalheDaOportunidade(
    Guid Id,
    string Titulo,
    decimal Valor,
    SituacaoDaOportunidade Situacao,
    DateTimeOffset CriadaEm,
    DateTimeOffset AtualizadaEm,
    DateTimeOffset NaEtapaDesde,
    DateTimeOffset? EncerradaEm,
    string? MotivoDePerda,
    string? DetalheDaPerda,
    string Responsavel,
    ContatoDaOportunidade Contato,
    EtapaDoFunil Etapa,
    IReadOnlyList<EtapaDoFunil> Etapas,
    ResumoForm Resumo,
    IReadOnlyList<SelectListItem> Responsaveis);

public sealed record ContatoDaOportunidade(Guid Id, string Nome, string? Empresa, string? Email, string? Telefone, string? TelefoneTexto);

public static class OportunidadesConsultas
{
    public const int CartoesPorColuna = 50;

    /// <summary>
    /// The whole board in one command: the nested Take becomes one LATERAL per stage that stops after 50 rows, so the cost
    /// grows neither with the stage nor with other organizations.
    /// </summary>
    public static IQueryable<ColunaDoQuadro> Quadro(this CrmDbContext db, FiltroDoQuadro filtro, DateTimeOffset agora)
    {
        var condicao = filtro.Condicao(agora, db.Organizacao.Exigido.FusoHorario);
        var cartao = db.Cartao();
        return db.EtapasDoFunilPrincipal()
            .Select(e => new ColunaDoQuadro(
                e.Id,
                e.Nome,
                e.Oportunidades.AsQueryable().Where(condicao).Count(),
                e.Oportunidades.AsQueryable().Where(condicao).Sum(o => o.Valor),
                e.Oportunidades.AsQueryable().Where(condicao).OrderBy(o => o.Posicao).Take(CartoesPorColuna).Select(cartao).ToList()));
    }

    public static Task<CartaoDaOportunidade> CartaoAsync(this CrmDbContext db, Guid id, CancellationToken ct) =>
        db.Oportunidades.Where(o => o.Id == id).Select(db.Cartao()).SingleAsync(ct);

    /// <summary>The cards that follow a position in a stage ("" for the first ones).</summary>
    public static async Task<LoteDeCartoes> LoteAsync(
        this CrmDbContext db, Guid etapaId, string depois, FiltroDoQuadro filtro, DateTimeOffset agora, CancellationToken ct)
    {
        var seguintes = db.Oportunidades
            .Where(o => o.EtapaId == etapaId && o.Posicao.CompareTo(depois) > 0)
            .Where(filtro.Condicao(agora, db.Organizacao.Exigido.FusoHorario))
            .OrderBy(o => o.Posicao);
        var cartoes = await seguintes.Take(CartoesPorColuna).Select(db.Cartao()).ToListAsync(ct);
        var haMais = cartoes.Count == CartoesPorColuna && await seguintes.Skip(CartoesPorColuna).AnyAsync(ct);
        return new LoteDeCartoes(etapaId, cartoes, haMais, filtro, agora);
    }

    public static async Task<List<TotaisDaEtapa>> TotaisAsync(
        this CrmDbContext db, Guid[] etapas, FiltroDoQuadro filtro, DateTimeOffset agora, CancellationToken ct)
    {
        var condicao = filtro.Condicao(agora, db.Organizacao.Exigido.FusoHorario);
        var totais = await db.Etapas
            .Where(e => etapas.Contains(e.Id))
            .Select(e => new
            {
                e.Id,
                Quantidade = e.Oportunidades.AsQueryable().Where(condicao).Count(),
                Soma = e.Oportunidades.AsQueryable().Where(condicao).Sum(o => o.Valor),
            })
            .ToListAsync(ct);
        return totais.ConvertAll(t => new TotaisDaEtapa(t.Id, t.Quantidade, Formato.DinheiroCurto(t.Soma)));
    }

    public static Task<DetalheDaOportunidade?> DetalheAsync(this CrmDbContext db, Guid id, CancellationToken ct) =>
        db.Oportunidades
            .AsNoTracking()
            .Where(o => o.Id == id)
            .Select(o => new DetalheDaOportunidade(
                o.Id,
                o.Titulo,
                o.Valor,
                o.Situacao,
                o.CriadaEm,
                o.AtualizadaEm,
                o.NaEtapaDesde,
                o.EncerradaEm,
                o.MotivoDePerda!.Nome,
                o.DetalheDaPerda,
                o.Responsavel!.Nome,
                new ContatoDaOportunidade(o.ContatoId, o.Contato!.Nome, o.Contato.Empresa, o.Contato.Email, o.Contato.Telefone, o.Contato.TelefoneTexto),
                new EtapaDoFunil(o.EtapaId, o.Etapa!.Nome, o.Etapa.Ordem),
                db.Etapas
                    .Where(e => e.FunilId == o.Etapa.FunilId)
                    .OrderBy(e => e.Ordem)
                    .Select(e => new EtapaDoFunil(e.Id, e.Nome, e.Ordem))
                    .ToList(),
                ResumoForm.De(o),
                db.Membros
                    .Where(m => m.Ativo || m.UsuarioId == o.ResponsavelId)
                    .OrderBy(m => m.Nome)
                    .Select(m => new SelectListItem(m.Ativo ? m.Nome : m.Nome + Responsavel.Desativado, m.UsuarioId.ToString()))
                    .ToList()))
            .AsSplitQuery()
            .SingleOrDefaultAsync(ct);

    /// <summary>The stages of the first pipeline, in order: the board of an organization that has one.</summary>
    public static IQueryable<Etapa> EtapasDoFunilPrincipal(this CrmDbContext db) =>
        db.Etapas
            .AsNoTracking()
            .Where(e => e.FunilId == db.Funis.OrderBy(f => f.Ordem).Select(f => f.Id).First())
            .OrderBy(e => e.Ordem);

    // The second condition always holds. It refers to the card beside the key, and so keeps the last call a LATERAL that
    // stops at its first row: by the key alone EF Core would number every call of the organization.
    private static Expression<Func<Oportunidade, CartaoDaOportunidade>> Cartao(this CrmDbContext db) => o => new CartaoDaOportunidade(
        o.Id,
        o.Titulo,
        o.Valor,
        o.NaEtapaDesde,
        o.EncerradaEm,
        o.ContatoId,
        o.Contato!.Nome,
        o.Contato.Empresa,
        o.Contato.Telefone,
        o.Responsavel!.Nome,
        o.Posicao,
        o.ProximoPasso,
        o.ProximoPassoEm,
        db.Ligacoes
            .Where(l => l.OportunidadeId == o.Id && l.Id != o.Id && l.SubstituidaPor == null && l.CausaDesligamento != ProjecaoDaLigacao.Microfone)
            .OrderByDescending(l => l.InicioEm)
            .Select(l => new UltimaLigacao(l.InicioEm, l.Status, l.Direcao, l.Resultado!.Nome))
            .FirstOrDefault());
}

using CrmVoip.Data;
using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Oportunidades;

/// <summary>A stage with its totals and its first cards.</summary>
public sealed record ColunaDoQuadro(Guid Id, string Nome, int Quantidade, decimal Soma, IReadOnlyList<CartaoDaOportunidade> Cartoes);

public sealed record CartaoDaOportunidade(
    Guid Id,
    string Titulo,
    decimal Valor,
    DateTimeOffset NaEtapaDesde,
    Guid ContatoId,
    string Contato,
    string? Empresa,
    string? Telefone,
    string Responsavel);

public sealed record EtapaDoFunil(Guid Id, string Nome, int Ordem);

public sealed record DetalheDaOportunidade(
    Guid Id,
    string Titulo,
    decimal Valor,
    SituacaoDaOportunidade Situacao,
    DateTimeOffset CriadaEm,
    DateTimeOffset AtualizadaEm,
    DateTimeOffset NaEtapaDesde,
    string Responsavel,
    ContatoDaOportunidade Contato,
    EtapaDoFunil Etapa,
    IReadOnlyList<EtapaDoFunil> Etapas);

public sealed record ContatoDaOportunidade(Guid Id, string Nome, string? Empresa, string? Email, string? Telefone, string? TelefoneTexto);

public static class OportunidadesConsultas
{
    public const int CartoesPorColuna = 50;

    /// <summary>
    /// The whole board in one command: the nested Take becomes one LATERAL per stage that stops after 50 rows, so the cost
    /// grows neither with the stage nor with other organizations.
    /// </summary>
    public static IQueryable<ColunaDoQuadro> Quadro(this CrmDbContext db) =>
        db.EtapasDoFunilPrincipal()
            .Select(e => new ColunaDoQuadro(
                e.Id,
                e.Nome,
                e.Oportunidades.Count(o => o.Situacao == SituacaoDaOportunidade.Aberta),
                e.Oportunidades.Where(o => o.Situacao == SituacaoDaOportunidade.Aberta).Sum(o => o.Valor),
                e.Oportunidades
                    .Where(o => o.Situacao == SituacaoDaOportunidade.Aberta)
                    .OrderBy(o => o.Posicao)
                    .Take(CartoesPorColuna)
                    .Select(o => new CartaoDaOportunidade(
                        o.Id,
                        o.Titulo,
                        o.Valor,
                        o.NaEtapaDesde,
                        o.ContatoId,
                        o.Contato!.Nome,
                        o.Contato.Empresa,
                        o.Contato.Telefone,
                        o.Responsavel!.Nome))
                    .ToList()));

    public static Task<DetalheDaOportunidade?> DetalheAsync(this CrmDbContext db, Guid id, CancellationToken ct) =>
        db.Oportunidades
            .Where(o => o.Id == id)
            .Select(o => new DetalheDaOportunidade(
                o.Id,
                o.Titulo,
                o.Valor,
                o.Situacao,
                o.CriadaEm,
                o.AtualizadaEm,
                o.NaEtapaDesde,
                o.Responsavel!.Nome,
                new ContatoDaOportunidade(o.ContatoId, o.Contato!.Nome, o.Contato.Empresa, o.Contato.Email, o.Contato.Telefone, o.Contato.TelefoneTexto),
                new EtapaDoFunil(o.EtapaId, o.Etapa!.Nome, o.Etapa.Ordem),
                db.Etapas
                    .Where(e => e.FunilId == o.Etapa.FunilId)
                    .OrderBy(e => e.Ordem)
                    .Select(e => new EtapaDoFunil(e.Id, e.Nome, e.Ordem))
                    .ToList()))
            .SingleOrDefaultAsync(ct);

    /// <summary>The stages of the first pipeline, in order: the board of an organization that has one.</summary>
    public static IQueryable<Etapa> EtapasDoFunilPrincipal(this CrmDbContext db) =>
        db.Etapas
            .AsNoTracking()
            .Where(e => e.FunilId == db.Funis.OrderBy(f => f.Ordem).Select(f => f.Id).First())
            .OrderBy(e => e.Ordem);
}

using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Vendas.Quadros;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Oportunidades;

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
    IReadOnlyList<SelectListItem> Responsaveis)
{
    public Guid ResponsavelId { get; init; }

    public PedidoDaOportunidade? Pedido { get; init; }
}

public sealed record PedidoDaOportunidade(Guid UsuarioId, string Quem, DateTimeOffset Em);

public sealed record ContatoDaOportunidade(Guid Id, string Nome, string? Empresa, string? Email, string? Telefone, string? TelefoneTexto)
{
    /// <summary>All of them, the main one first; none where their rows are still to be made.</summary>
    public IReadOnlyList<TelefoneDoContato> Telefones { get; init; } = [];
}

public static class OportunidadesConsultas
{
    public static async Task<DetalheDaOportunidade?> DetalheAsync(this CrmDbContext db, Guid id, CancellationToken ct)
    {
        var detalhe = await db.Oportunidades
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
                new ContatoDaOportunidade(o.ContatoId, o.Contato!.Nome, o.Contato.Empresa, o.Contato.Email, o.Contato.Telefone, o.Contato.TelefoneTexto)
                {
                    Telefones = db.TelefonesDoContato.Where(t => t.ContatoId == o.ContatoId).OrderByDescending(t => t.Principal).ThenBy(t => t.Ordem).ToList(),
                },
                new EtapaDoFunil(o.EtapaId, o.Etapa!.Nome, o.Etapa.Ordem),
                db.Etapas
                    .Where(e => e.FunilId == o.Etapa.FunilId && e.ArquivadaEm == null)
                    .OrderBy(e => e.Ordem)
                    .Select(e => new EtapaDoFunil(e.Id, e.Nome, e.Ordem))
                    .ToList(),
                ResumoForm.De(o),
                db.Membros
                    .Where(m => m.Ativo || m.UsuarioId == o.ResponsavelId)
                    .Select(m => new SelectListItem(m.Ativo ? m.Nome : m.Nome + Responsavel.Desativado, m.UsuarioId.ToString()))
                    .ToList())
            {
                ResponsavelId = o.ResponsavelId,
                Pedido = o.PedidaPor == null || !o.PedidaPor.Ativo ? null : new PedidoDaOportunidade(o.PedidaPor.UsuarioId, o.PedidaPor.Nome, o.PedidaEm!.Value),
            })
            .AsSplitQuery()
            .SingleOrDefaultAsync(ct);
        return detalhe is null ? null : detalhe with { Responsaveis = detalhe.Responsaveis.EmOrdem() };
    }

    /// <summary>The stages of the first pipeline, in order: the board of an organization that has one.</summary>
    public static IQueryable<Etapa> EtapasDoFunilPrincipal(this CrmDbContext db) =>
        db.Etapas
            .AsNoTracking()
            .Where(e => e.ArquivadaEm == null && e.FunilId == db.Funis.OrderBy(f => f.Ordem).Select(f => f.Id).First())
            .OrderBy(e => e.Ordem);
}

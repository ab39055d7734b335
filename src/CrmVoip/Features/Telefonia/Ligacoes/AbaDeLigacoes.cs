using CrmVoip.Data;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Features.Telefonia.Registros;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Ligacoes;

/// <summary>A record of the provider that may be one of several calls of the tab.</summary>
public sealed record RegistroEmDuvida(Guid Id, DateTimeOffset ComecoEm, int? Conversa, bool TemGravacao, IReadOnlyList<Guid> Candidatas);

/// <summary>A call made outside that may be this deal's.</summary>
public sealed record LigacaoOferecida(Guid Id, DateTimeOffset InicioEm, DirecaoDaLigacao Direcao, StatusDaLigacao Status, int DuracaoSegundos, string? Quem)
{
    public string Texto =>
        $"{(Direcao == DirecaoDaLigacao.Entrada ? "Recebida" : "Feita")} fora do CRM{(Quem is null ? "" : ", por " + Quem)}: {Formato.Status(Status).ToLower(System.Globalization.CultureInfo.CurrentCulture)}{(DuracaoSegundos > 0 ? ", " + Formato.Duracao(DuracaoSegundos) : "")}";
}

/// <summary>What the tab "Ligações" shows: the calls, and what a person may decide about them. Endereco: its own, inside the organization.</summary>
public sealed record AbaDeLigacoes(
    string Endereco, IReadOnlyList<ItemDeLigacao> Itens, IReadOnlyList<RegistroEmDuvida> EmDuvida, IReadOnlyList<LigacaoOferecida> Oferecidas);

public static class AbaDeLigacoesConsultas
{
    private const int OferecidasMaximo = 10;

    public static async Task<AbaDeLigacoes> AbaDeLigacoesAsync(this CrmDbContext db, Guid oportunidadeId, OrganizacaoAtual atual, CancellationToken ct)
    {
        var itens = await db.LigacoesDaOportunidadeAsync(oportunidadeId, atual, ct);
        return new AbaDeLigacoes(new AssuntoDaLigacao(oportunidadeId, null).Endereco, itens, await EmDuvidaAsync(db, itens, ct), await OferecidasAsync(db, oportunidadeId, ct));
    }

    /// <summary>The calls of all deals of a contact, and of none. What is to be decided about one, its deal's tab asks.</summary>
    public static async Task<AbaDeLigacoes> AbaDoContatoAsync(this CrmDbContext db, Guid contatoId, OrganizacaoAtual atual, CancellationToken ct) =>
        new(new AssuntoDaLigacao(null, contatoId).Endereco, await db.ItensAsync(db.Ligacoes.Where(l => l.ContatoId == contatoId), atual, ct), [], []);

    private static async Task<List<RegistroEmDuvida>> EmDuvidaAsync(CrmDbContext db, List<ItemDeLigacao> itens, CancellationToken ct)
    {
        var ids = itens.ConvertAll(i => i.Id);
        return ids.Count == 0
            ? []
            : await db.RegistrosDoProvedor
                .Where(r => r.Candidatas.Length > 0 && r.Candidatas.Any(c => ids.Contains(c)))
                .OrderByDescending(r => r.ComecoEm)
                .Select(r => new RegistroEmDuvida(r.Id, r.ComecoEm, r.ConversaSegundos, r.TemGravacao, r.Candidatas))
                .ToListAsync(ct);
    }

    private static Task<List<LigacaoOferecida>> OferecidasAsync(CrmDbContext db, Guid oportunidadeId, CancellationToken ct) =>
        db.LigacoesOferecidas(oportunidadeId)
            .OrderByDescending(l => l.InicioEm)
            .Take(OferecidasMaximo)
            .Select(l => new LigacaoOferecida(l.Id, l.InicioEm, l.Direcao, l.Status, l.DuracaoSegundos, l.Usuario!.Nome))
            .ToListAsync(ct);
}

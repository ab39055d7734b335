using CrmVoip.Data;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Features.Telefonia.Gravacoes;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Ligacoes;

/// <summary>One call in a list. PodeOuvir: this person may hear its recording; PodeCorrigir: change its outcome and note.</summary>
public sealed record ItemDeLigacao(
    Guid Id,
    DateTimeOffset InicioEm,
    StatusDaLigacao Status,
    int DuracaoSegundos,
    string? Quem,
    string Numero,
    Guid? ContatoId,
    string? Contato,
    Guid? OportunidadeId,
    string? Notas,
    string? Resultado,
    bool TemGravacao,
    bool AindaSeraConferida,
    bool PodeOuvir)
{
    public string? Oportunidade { get; init; }

    public Guid? ResultadoId { get; init; }

    public bool PodeCorrigir { get; init; }

    public DirecaoDaLigacao Direcao { get; init; }

    public OrigemDaLigacao Origem { get; init; }

    public MetadadosDaLigacao Metadata { get; init; } = new();

    /// <summary>Note and outcome of a call made outside that turned out to be this one, where this one has its own.</summary>
    public IReadOnlyList<string> NotasDeFora { get; init; } = [];

    /// <summary>Somebody wrote it down: no provider tells of it.</summary>
    public bool AMao { get; init; }

    public bool DeFora => Origem == OrigemDaLigacao.ForaDoCrm && !AMao;

    /// <summary>What tells it from a call made in the product; null for those.</summary>
    public string? DeOnde => this switch
    {
        { AMao: true } => Recebida ? "Recebida, registrada à mão" : "Registrada à mão",
        { DeFora: true } => Recebida ? "Recebida, fora do CRM" : "Fora do CRM",
        _ => null,
    };

    public Marco Marco => new(InicioEm, Id);

    /// <summary>"Recebida" or "Feita": what the icon says.</summary>
    public string DirecaoEmPalavras => Recebida ? "Recebida" : "Feita";

    public bool Recebida => Direcao == DirecaoDaLigacao.Entrada;

    /// <summary>"navegador: 3:08, operadora: 0:58"; null where they agree.</summary>
    public string? Divergencia => Metadata is { ConversaNavegador: { } visto, ConversaOperadora: { } dito }
        ? $"navegador: {Formato.Duracao(visto)}, operadora: {Formato.Duracao(dito)}"
        : null;

    public string Icone => Status switch
    {
        _ when Recebida => Status == StatusDaLigacao.Atendida ? "phone-incoming" : "phone-missed",
        StatusDaLigacao.EmAndamento => "phone-call",
        StatusDaLigacao.Atendida => "phone-outgoing",
        StatusDaLigacao.CaixaPostal => "voicemail",
        StatusDaLigacao.NaoAtendida => "phone-missed",
        _ => "phone-off",
    };

    /// <summary>Null when there is a recording this person may hear.</summary>
    public string? SemGravacao => this switch
    {
        { TemGravacao: true, PodeOuvir: true } => null,
        { TemGravacao: true } => "Só quem ligou, quem cuidava da oportunidade na época e a gestão podem ouvir a gravação.",
        { Status: StatusDaLigacao.EmAndamento } => "A gravação aparece depois da ligação.",
        { AMao: true } => "Sem gravação: a ligação foi registrada à mão.",
        { Status: not StatusDaLigacao.Atendida } => "Sem gravação: a ligação não foi atendida.",
        { AindaSeraConferida: true } => "A gravação ainda não chegou da API4COM. Costuma levar alguns minutos.",
        _ => "A API4COM não tem gravação desta ligação.",
    };
}

public static class ItensDeLigacao
{
    public const int Maximo = 200;

    public static Task<List<ItemDeLigacao>> LigacoesDaOportunidadeAsync(this CrmDbContext db, Guid oportunidadeId, OrganizacaoAtual atual, CancellationToken ct) =>
        db.ItensAsync(db.Ligacoes.Where(l => l.OportunidadeId == oportunidadeId), atual, ct);

    public static Task<List<ItemDeLigacao>> ItensAsync(this CrmDbContext db, IQueryable<Ligacao> ligacoes, OrganizacaoAtual atual, CancellationToken ct) =>
        ligacoes
            .Contadas()
            .OrderByDescending(l => l.InicioEm)
            .Take(Maximo)
            .ComoItens(db, atual)
            .ToListAsync(ct);

    public static IQueryable<ItemDeLigacao> ComoItens(this IQueryable<Ligacao> ligacoes, CrmDbContext db, OrganizacaoAtual atual)
    {
        var (audiveis, visiveis) = (db.Audiveis(atual), db.Visiveis(atual));
        return ligacoes.Select(l => new ItemDeLigacao(
            l.Id,
            l.InicioEm,
            l.Status,
            l.DuracaoSegundos,
            l.Usuario!.Nome,
            l.Contraparte,
            l.ContatoId,
            l.Contato!.Nome,
            l.OportunidadeId,
            l.Notas,
            l.Resultado!.Nome,
            l.GravacaoUrl != null,
            l.ConferirEm != null,
            audiveis.Any(a => a.Id == l.Id))
        {
            Oportunidade = db.Oportunidades.Where(o => o.Id == l.OportunidadeId).Select(o => o.Titulo).SingleOrDefault(),
            ResultadoId = l.ResultadoId,
            PodeCorrigir = visiveis.Any(v => v.Id == l.Id),
            Direcao = l.Direcao,
            Origem = l.Origem,
            AMao = l.AMao,
            Metadata = l.Metadata,
            NotasDeFora = db.Ligacoes
                .Where(s => s.SubstituidaPor == l.Id && (l.Notas == null || s.Notas != l.Notas))
                .Select(s => s.Resultado == null ? s.Notas! : s.Resultado.Nome + (s.Notas == null ? "" : ": " + s.Notas))
                .ToList(),
        });
    }
}

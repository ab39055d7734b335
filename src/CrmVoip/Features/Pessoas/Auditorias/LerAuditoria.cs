using CrmVoip.Data;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Pessoas.Auditorias;

/// <summary>One line of the record, ready to read. Quem is null for jobs and the provider.</summary>
public sealed record LinhaDaAuditoria(
    Marco Marco,
    PessoaDoRegistro? Quem,
    Assunto Assunto,
    string Texto,
    Guid? OportunidadeId,
    string? Oportunidade,
    string? Ip,
    string? Agente)
{
    public const string Sistema = "Sistema";

    public string Nome => Quem?.Nome ?? Sistema;
}

/// <summary>Reads the organization's record and the account events of its people as one list, newest first.</summary>
public sealed class LerAuditoria(CrmDbContext db, ContasDbContext contas)
{
    /// <summary>At most this many lines, older than the mark. Runs inside the caller's transaction.</summary>
    public async Task<List<LinhaDaAuditoria>> ExecutarAsync(
        Recorte recorte, IReadOnlyDictionary<Guid, PessoaDoRegistro> pessoas, Marco? antes, int quantas, CancellationToken ct)
    {
        var daOrganizacao = await DaOrganizacao(recorte, antes).Take(quantas).ToListAsync(ct);
        var dasContas = recorte.DoSistema ? [] : await DasContas(recorte, pessoas.Values, antes).Take(quantas).ToListAsync(ct);
        return [.. daOrganizacao.Concat(dasContas).OrderByDescending(r => r.Em).ThenByDescending(r => r.Id).Take(quantas).Select(r => Escrever(r, pessoas))];
    }

    private IQueryable<Registro> DaOrganizacao(Recorte recorte, Marco? antes)
    {
        var fatos = db.AuditLog.Where(a => a.OcorridoEm >= recorte.De && a.OcorridoEm < recorte.Ate);
        if (recorte.DoSistema || recorte.Pessoa is not null)
        {
            fatos = fatos.Where(a => a.UsuarioId == recorte.Pessoa);
        }

        if (recorte.Acoes is { } acoes)
        {
            fatos = fatos.Where(a => acoes.Contains(a.Acao));
        }

        return fatos.MaisAntigasQue(antes, a => a.OcorridoEm, a => a.Id).Select(a => new Registro(a.OcorridoEm, a.Id, a.Acao)
        {
            UsuarioId = a.UsuarioId,
            EntidadeId = a.EntidadeId,
            OportunidadeId = a.OportunidadeId,
            Oportunidade = db.Oportunidades.Where(o => o.Id == a.OportunidadeId).Select(o => o.Titulo).SingleOrDefault(),
            Dados = a.Dados,
            Ip = a.Ip,
            Agente = a.Agente,
        });
    }

    private IQueryable<Registro> DasContas(Recorte recorte, IEnumerable<PessoaDoRegistro> pessoas, Marco? antes)
    {
        var tempos = from pessoa in pessoas
                     where recorte.Pessoa is null || recorte.Pessoa == pessoa.Id
                     select new TempoDeMembro(pessoa.Id, Maior(pessoa.Desde, recorte.De), Menor(pessoa.Ate, recorte.Ate));
        var eventos = contas.EventosDeConta.DosMembros([.. tempos]);
        if (recorte.Acoes is { } acoes)
        {
            eventos = eventos.Where(e => acoes.Contains(e.Acao));
        }

        return eventos.MaisAntigasQue(antes, e => e.OcorridoEm, e => e.Id)
            .Select(e => new Registro(e.OcorridoEm, e.Id, e.Acao) { UsuarioId = e.UsuarioId, Ip = e.Ip, Agente = e.Agente });
    }

    private static LinhaDaAuditoria Escrever(Registro registro, IReadOnlyDictionary<Guid, PessoaDoRegistro> pessoas)
    {
        var (assunto, texto) = Frases.De(registro.Acao, registro.Dados, registro.EntidadeId, id => pessoas.GetValueOrDefault(id)?.Nome);
        return new LinhaDaAuditoria(
            new Marco(registro.Em, registro.Id),
            registro.UsuarioId is { } quem ? pessoas.GetValueOrDefault(quem) : null,
            assunto,
            texto,
            registro.OportunidadeId,
            registro.Oportunidade,
            registro.Ip,
            AgenteEmPalavras.De(registro.Agente));
    }

    private static DateTimeOffset Maior(DateTimeOffset um, DateTimeOffset outro) => um > outro ? um : outro;

    private static DateTimeOffset Menor(DateTimeOffset? um, DateTimeOffset outro) => um < outro ? um.Value : outro;

    /// <summary>A fact of either source, as the database has it.</summary>
    private sealed record Registro(DateTimeOffset Em, Guid Id, string Acao)
    {
        public Guid? UsuarioId { get; init; }

        public Guid? EntidadeId { get; init; }

        public Guid? OportunidadeId { get; init; }

        public string? Oportunidade { get; init; }

        public string Dados { get; init; } = "{}";

        public string? Ip { get; init; }

        public string? Agente { get; init; }
    }
}

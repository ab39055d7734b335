using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Features.Vendas.Notas;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Oportunidades;

/// <summary>One line of the timeline, ready to read. Notas: what was written during the call that it tells of.</summary>
public sealed record FatoDoHistorico(DateTimeOffset Em, string Icone, string Texto, string? Quem, string? Notas)
{
    public Guid? OportunidadeId { get; init; }

    /// <summary>Title of the deal that it tells of, where the timeline is not the deal's own.</summary>
    public string? Oportunidade { get; init; }

    /// <summary>The note that it tells of.</summary>
    public NotaDoHistorico? Nota { get; init; }
}

public static class HistoricoConsultas
{
    /// <summary>Of what leads to a note that is further back than a page.</summary>
    private const int AteUmaNotaMaximo = 500;

    private static readonly Mostrada[] _dasTarefas =
    [
        Linha<TarefaCriada>("plus", a => $"Criou a tarefa “{a.Texto}”{(a.Dia is { } dia ? $" para {dia:dd/MM/yyyy}" : "")}"),
        Linha<TarefaConcluida>("check", a => $"Concluiu a tarefa “{a.Texto}”"),
        Linha<TarefaReaberta>("undo-2", a => $"Reabriu a tarefa “{a.Texto}”"),
        Linha<TarefaAdiada>("calendar", a => $"Mudou a tarefa “{a.Texto}” {a.EmPalavras()}"),
        Linha<TarefaEditada>("pencil", a => $"Alterou a tarefa “{a.Texto}”"),
        Linha<TarefaExcluida>("trash-2", a => $"Excluiu a tarefa “{a.Texto}”"),
    ];

    // The audit log holds more than a colleague should read: only these are shown. A call is one line, from its beginning.
    private static readonly Dictionary<string, Mostrada> _mostradas = new[]
    {
        Linha<ContatoCriado>("user-plus", _ => "Contato criado"),
        Linha<ContatoEditado>("pencil", a => $"Alterou {a.EmPalavras()}"),
        Linha<TelefoneIncluido>("phone", a => $"Incluiu o telefone {Numero(a)}"),
        Linha<TelefoneAlterado>("phone", a => $"Alterou o telefone {Formato.TelefoneSeHouver(a.De)} para {Numero(a)}"),
        Linha<TelefoneRemovido>("phone-off", a => $"Removeu o telefone {Numero(a)}"),
        Linha<TelefonePrincipal>("phone", a => $"Tornou {Numero(a)} o telefone principal"),
        Linha<TelefoneErrado>("circle-alert", a => $"Marcou {Numero(a)} como número errado"),
        Linha<TelefoneCerto>("check", a => $"Desmarcou {Numero(a)} como número errado"),
        Linha<NaoLigarMarcado>("phone-off", a => $"Marcou {Numero(a)} como “não ligar”"),
        Linha<NaoLigarRetirado>("phone", a => $"Liberou ligações para {Numero(a)}"),
        Linha<OportunidadeCriada>("plus", _ => "Oportunidade criada"),
        Linha<OportunidadeEditada>("pencil", a => $"Alterou {a.EmPalavras()}"),
        Linha<OportunidadeMovida>("arrow-right", a => $"Moveu de {a.De} para {a.Para}"),
        Linha<OportunidadeGanha>("circle-check", _ => "Marcou como ganha"),
        Linha<OportunidadePerdida>("x", a => a.Motivo is { } motivo ? $"Marcou como perdida: {motivo}" : "Marcou como perdida"),
        Linha<OportunidadeReaberta>("undo-2", _ => "Reabriu"),
        Linha<OportunidadePedida>("user-plus", _ => "Pediu esta oportunidade"),
        Linha<OportunidadePassada>("user-plus", a => $"Passou para {a.Para}"),
        Linha<PedidoRecusado>("x", a => $"Recusou o pedido de {a.De}"),
        Linha<NotaEscrita>("sticky-note", _ => "Nota"),
        Linha<LigacaoIniciada>("phone-outgoing", a => Formato.TelefoneSeHouver(a.Numero) is { } numero ? $"Ligou para {numero}" : "Ligou"),
        Linha<LigacaoDeFora>("phone", a => a.Direcao == DirecaoDaLigacao.Entrada
            ? $"{Formato.TelefoneSeHouver(a.Numero) ?? "O cliente"} ligou"
            : $"Ligou de fora do CRM para {Formato.TelefoneSeHouver(a.Numero) ?? "o cliente"}"),
        Linha<LigacaoAMao>("phone", a => a.Direcao == DirecaoDaLigacao.Entrada
            ? $"Registrou à mão uma ligação recebida de {Formato.TelefoneSeHouver(a.Numero)}"
            : $"Registrou à mão uma ligação feita para {Formato.TelefoneSeHouver(a.Numero)}"),
        Linha<LigacaoTrazida>("phone", _ => "Trouxe uma ligação feita fora do CRM"),
        Linha<LigacaoCorrigida>("pencil", a => $"Corrigiu de uma ligação {a.EmPalavras()}"),
    }.Concat(_dasTarefas).ToDictionary(m => m.Acao);

    public static Task<Folha<FatoDoHistorico>> HistoricoAsync(this CrmDbContext db, Guid oportunidadeId, FiltroDoHistorico filtro, CancellationToken ct) =>
        db.ContarAsync(db.AuditLog.Where(a => a.OportunidadeId == oportunidadeId).Mostrados(filtro), filtro, ct);

    /// <summary>Of the record, what the filter asks a timeline to show, the latest first.</summary>
    public static IQueryable<AuditLog> Mostrados(this IQueryable<AuditLog> registros, FiltroDoHistorico filtro)
    {
        var acoes = _mostradas.Values.Where(m => filtro.Qual is ParteDoHistorico.Tudo || m.Parte == filtro.Qual).Select(m => m.Acao).ToList();
        var deles = registros.Where(a => acoes.Contains(a.Acao));
        return (filtro.Ate is { } ate ? deles.Where(a => a.OcorridoEm >= ate) : deles).NaOrdem(filtro.Marco, filtro);
    }

    /// <summary>Tells those facts.</summary>
    public static async Task<Folha<FatoDoHistorico>> ContarAsync(this CrmDbContext db, IQueryable<AuditLog> registros, FiltroDoHistorico filtro, CancellationToken ct)
    {
        var lidos = await registros
            .NaOrdem(null, filtro)
            .Select(a => new FatoLido(new Marco(a.OcorridoEm, a.Id), a.Acao, a.Dados, a.OportunidadeId)
            {
                Quem = db.Membros.Where(m => m.UsuarioId == a.UsuarioId).Select(m => m.Nome).SingleOrDefault(),
                // The second condition always holds, and keeps this a LATERAL: see Cartao() in QuadroConsultas.
                Ligacao = db.Ligacoes
                    .Where(l => l.Id == a.EntidadeId && l.Id != a.Id)
                    .Select(l => new LigacaoDoHistorico(l.Status, l.DuracaoSegundos, l.Resultado!.Nome, l.Notas)
                    {
                        Quem = l.Usuario!.Nome,
                        Conta = l.SubstituidaPor == null && l.CausaDesligamento != ProjecaoDaLigacao.Microfone,
                    })
                    .SingleOrDefault(),
                Nota = db.Notas
                    .Where(n => n.Id == a.EntidadeId && n.Id != a.Id)
                    .Select(n => new NotaDoHistorico(n.Id, n.AutorId, "", n.Texto, n.CriadaEm, n.EditadaEm, n.FixadaEm != null) { Retirada = n.RetiradaEm != null })
                    .SingleOrDefault(),
            })
            .ToListAsync(ct);
        var folha = filtro.Ate is null ? lidos.EmFolha(f => f.Marco) : new Folha<FatoLido>(lidos, lidos.LastOrDefault()?.Marco);
        return new Folha<FatoDoHistorico>([.. folha.Linhas.Where(f => f.Conta).Select(Escrever)], folha.MaisAntigas);
    }

    private static IQueryable<AuditLog> NaOrdem(this IQueryable<AuditLog> registros, Marco? antes, FiltroDoHistorico filtro) =>
        registros.MaisAntigasQue(antes, a => a.OcorridoEm, a => a.Id).Take(filtro.Ate is null ? FolhaExtensions.Linhas + 1 : AteUmaNotaMaximo);

    private static Mostrada Linha<T>(string icone, Func<T, string> texto)
        where T : Atividade, new() => new(new T().Acao, FiltroDoHistorico.De(new T()), icone, atividade => texto((T)atividade));

    private static string? Numero(AtividadeDoTelefone atividade) => Formato.TelefoneSeHouver(atividade.Numero);

    private static FatoDoHistorico Escrever(FatoLido lido)
    {
        var (_, _, icone, texto) = _mostradas[lido.Acao];
        var fato = Atividades.Ler(lido.Acao, lido.Dados)!;

        // How the call ended, and its note, stand at the call itself.
        var contada = fato is LigacaoCorrigida ? null : lido.Ligacao;
        return new FatoDoHistorico(lido.Marco.Em, icone, texto(fato) + contada?.Fim, lido.Quem ?? lido.Ligacao?.Quem, contada?.Notas)
        {
            OportunidadeId = lido.OportunidadeId,
            Nota = lido.Nota is null ? null : lido.Nota with { Autor = lido.Quem ?? "" },
        };
    }

    private sealed record Mostrada(string Acao, ParteDoHistorico Parte, string Icone, Func<Atividade, string> Texto);

    private sealed record FatoLido(Marco Marco, string Acao, string Dados, Guid? OportunidadeId)
    {
        public string? Quem { get; init; }

        public LigacaoDoHistorico? Ligacao { get; init; }

        public NotaDoHistorico? Nota { get; init; }

        /// <summary>Neither a call that became another one nor a note that was taken out.</summary>
        public bool Conta => Ligacao?.Conta != false && Nota?.Retirada != true;
    }

    private sealed record LigacaoDoHistorico(StatusDaLigacao Status, int DuracaoSegundos, string? Resultado, string? Notas)
    {
        /// <summary>Of a call made outside the product the record names nobody: its person is the call's.</summary>
        public string? Quem { get; init; }

        public bool Conta { get; init; }

        /// <summary>" · Atendida, 02:37 · Pediu proposta".</summary>
        public string Fim =>
            $" · {Formato.Status(Status)}{(DuracaoSegundos > 0 ? ", " + Formato.Duracao(DuracaoSegundos) : "")}{(Resultado is null ? "" : " · " + Resultado)}";
    }
}

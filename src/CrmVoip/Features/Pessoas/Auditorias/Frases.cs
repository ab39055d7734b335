using System.Text.Json;
using CrmVoip.Domain;
using CrmVoip.Web;

namespace CrmVoip.Features.Pessoas.Auditorias;

/// <summary>Every recorded action in a sentence whose subject is the person of the line.</summary>
public static class Frases
{
    private static readonly Dictionary<string, (Assunto Assunto, Func<JsonElement, string?, string> Frase)> _todas = new(FrasesDaConta.Todas.Select(f => KeyValuePair.Create(f.Key, DaConta(f.Value))))
    {
        [Acoes.OportunidadeCriada] = (Assunto.Oportunidades, (_, _) => "Criou a oportunidade"),
        [Acoes.OportunidadeEditada] = (Assunto.Oportunidades, (d, _) => $"Alterou {d.Campos()} da oportunidade"),
        [Acoes.OportunidadeMovida] = (Assunto.Oportunidades, (d, _) => "Moveu a oportunidade" + Com(" de ", d.Texto("de")) + Com(" para ", d.Texto("para"))),
        [Acoes.OportunidadeGanha] = (Assunto.Oportunidades, (_, _) => "Marcou a oportunidade como ganha"),
        [Acoes.OportunidadePerdida] = (Assunto.Oportunidades, (d, _) => "Marcou a oportunidade como perdida" + Com(": ", d.Texto("motivo"))),
        [Acoes.OportunidadeReaberta] = (Assunto.Oportunidades, (_, _) => "Reabriu a oportunidade"),

        [Acoes.LigacaoIniciada] = (Assunto.Ligacoes, (d, _) => Com("Ligou para ", d.Telefone("numero"), "", "Iniciou uma ligação") + Com(", do ramal ", d.Texto("ramal"))),
        [Acoes.LigacaoEncerrada] = (Assunto.Ligacoes, (d, _) => "Ligação encerrada" + Com(": ", d.Desfecho()) + Com(", ", d.Duracao())),
        [Acoes.LigacaoReclassificada] = (Assunto.Ligacoes, (d, _) =>
            "Ligação conferida com a API4COM" + Com(": ", d.Desfecho()) + Com(", ", d.Duracao()) + Com(" (antes: ", d.Desfecho("antes"), ")")),
        [Acoes.LigacaoRetomada] = (Assunto.Ligacoes, (_, _) => "Ligação retomada: o navegador voltou a responder"),
        [Acoes.LigacaoDeFora] = (Assunto.Ligacoes, (d, _) =>
            (d.Texto("direcao") == "entrada" ? "Ligação recebida fora do CRM" + Com(", de ", d.Telefone("numero")) : "Ligação feita fora do CRM" + Com(", para ", d.Telefone("numero")))
            + Com(": ", d.Desfecho()) + Com(", ", d.Duracao())),
        [Acoes.LigacaoTrazida] = (Assunto.Ligacoes, (_, _) => "Trouxe para a oportunidade uma ligação feita fora do CRM"),
        [Acoes.LigacaoVinculada] = (Assunto.Ligacoes, (_, _) => "Escolheu o registro da API4COM que é de uma ligação"),
        [Acoes.GravacaoOuvida] = (Assunto.Gravacoes, (_, _) => "Ouviu a gravação de uma ligação"),

        [Acoes.TelefoneCredenciais] = (Assunto.Ramais, (d, _) => "Conectou o ramal" + Com(" ", d.Texto("ramal")) + " no navegador"),
        [Acoes.RamalSalvo] = (Assunto.Ramais, (d, alvo) =>
            "Salvou o ramal" + Ramal(d) + Com(" de ", alvo) + (d.Sim("senhaTrocada") ? ", com senha nova" : "") + (d.Texto("status") == "inativo" ? ", inativo" : "")),
        [Acoes.RamalAtribuido] = (Assunto.Ramais, (d, alvo) => "Atribuiu o ramal" + Ramal(d) + Com(" a ", d.Texto("pessoa") ?? alvo)),
        [Acoes.RamalImportado] = (Assunto.Ramais, (d, alvo) => "Importou da API4COM o ramal" + Ramal(d) + Com(" para ", d.Texto("pessoa") ?? alvo)),
        [Acoes.RamalConfirmado] = (Assunto.Ramais, (d, alvo) => "Confirmou o ramal" + Ramal(d) + Com(" de ", d.Texto("pessoa") ?? alvo)),
        [Acoes.RamalProvado] = (Assunto.Ramais, (d, alvo) =>
            "O ramal" + Ramal(d) + Com(" de ", alvo) + " foi confirmado pela lista da API4COM" + (d.Texto("prova") == "email" ? ", pelo e-mail" : ", pela senha")),
        [Acoes.RamalDesativado] = (Assunto.Ramais, (d, alvo) => "Desativou o ramal" + Ramal(d) + Com(" de ", d.Texto("pessoa") ?? alvo)),
        [Acoes.RamalAtivado] = (Assunto.Ramais, (d, alvo) => "Ativou o ramal" + Ramal(d) + Com(" de ", d.Texto("pessoa") ?? alvo)),
        [Acoes.RamalRevogado] = (Assunto.Ramais, (d, alvo) => "Revogou o ramal" + Ramal(d) + Com(" de ", d.Texto("pessoa") ?? alvo)),

        [Acoes.ConexaoSalva] = (Assunto.Conexao, (d, _) =>
            "Salvou a conexão com a API4COM" + Com(" em ", d.Texto("baseUrl")) + (d.Sim("tokenTrocado") ? ", com um token novo" : "")),
        [Acoes.ConexaoDesfeita] = (Assunto.Conexao, (_, _) => "Desconectou a API4COM"),
        [Acoes.ConexaoRecusada] = (Assunto.Conexao, (d, _) => "A API4COM recusou a conexão" + Com(": ", d.Texto("motivo")?.Replace('_', ' '))),
        [Acoes.ConexaoRestabelecida] = (Assunto.Conexao, (_, _) => "A API4COM voltou a aceitar a conexão"),

        [Acoes.OrganizacaoCriada] = (Assunto.Membros, (_, _) => "Criou a organização"),
        [Acoes.ConviteCriado] = (Assunto.Membros, (d, _) => $"Convidou {d.Texto("email") ?? "uma pessoa"}" + Com(" como ", d.Papel("papel"))),
        [Acoes.ConviteRenovado] = (Assunto.Membros, (d, _) => "Renovou o convite" + Com(" de ", d.Texto("email"))),
        [Acoes.ConviteRevogado] = (Assunto.Membros, (d, _) => "Revogou o convite" + Com(" de ", d.Texto("email"))),
        [Acoes.ConviteAceito] = (Assunto.Membros, (d, _) => "Aceitou o convite" + Com(" e entrou como ", d.Papel("papel"))),
        [Acoes.MembroPapel] = (Assunto.Membros, (d, alvo) => "Mudou o papel de " + Membro(d, alvo) + Com(": era ", d.Papel("de")) + Com(", agora é ", d.Papel("para"))),
        [Acoes.SegundoFatorExigido] = (Assunto.Membros, (d, _) => d.Papeis("papeis") is { } quem ? $"Exigiu a verificação em duas etapas de {quem}" : "Deixou de exigir a verificação em duas etapas"),
        [Acoes.MembroDesativado] = (Assunto.Membros, (d, alvo) => "Desativou " + Membro(d, alvo)),
        [Acoes.MembroReativado] = (Assunto.Membros, (d, alvo) => "Reativou " + Membro(d, alvo) + Com(" como ", d.Papel("papel"))),

        [Acoes.AuditoriaExportada] = (Assunto.Auditoria, (d, _) => "Exportou a auditoria" + Com(" de ", d.Texto("de")) + Com(" a ", d.Texto("ate"))),
    };

    /// <summary>Nome tells who the member is that something was done to: the one the data name, else the row itself.</summary>
    public static (Assunto Assunto, string Texto) De(string acao, string dados, Guid? linha, Func<Guid, string?> nome)
    {
        if (!_todas.TryGetValue(acao, out var conhecida))
        {
            return (Assunto.Outro, acao);
        }

        using var json = JsonDocument.Parse(dados);
        var alvo = (json.RootElement.Id("usuarioId") ?? linha) is { } id ? nome(id) : null;
        return (conhecida.Assunto, conhecida.Frase(json.RootElement, alvo));
    }

    public static IReadOnlyList<string> AcoesDe(string assunto) => [.. _todas.Where(f => f.Value.Assunto.Chave == assunto).Select(f => f.Key)];

    private static string Ramal(JsonElement dados) => Com(" ", dados.Texto("ramal")) + Com(" em ", dados.Texto("servidor"));

    private static string Membro(JsonElement dados, string? alvo) => dados.Texto("nome") ?? alvo ?? dados.Texto("email") ?? "um membro";

    private static string Com(string antes, string? valor, string depois = "", string sem = "") => valor is null ? sem : antes + valor + depois;

    private static (Assunto, Func<JsonElement, string?, string>) DaConta(string frase) => (Assunto.Conta, (_, _) => frase);
}

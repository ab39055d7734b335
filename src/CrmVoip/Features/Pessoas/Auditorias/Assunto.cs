namespace CrmVoip.Features.Pessoas.Auditorias;

/// <summary>What the facts of the record are about. Chave goes into the address, Nome to people.</summary>
public sealed record Assunto(string Chave, string Nome)
{
    public static readonly Assunto Conta = new("conta", "Entrada e conta");
    public static readonly Assunto Membros = new("membros", "Membros e convites");
    public static readonly Assunto Conexao = new("conexao", "Conexão");
    public static readonly Assunto Ramais = new("ramais", "Ramais");
    public static readonly Assunto Ligacoes = new("ligacoes", "Ligações");
    public static readonly Assunto Gravacoes = new("gravacoes", "Gravações");
    public static readonly Assunto Oportunidades = new("oportunidades", "Oportunidades");
    public static readonly Assunto Contatos = new("contatos", "Contatos");
    public static readonly Assunto Tarefas = new("tarefas", "Tarefas");
    public static readonly Assunto Funil = new("funil", "Funil e etapas");
    public static readonly Assunto Auditoria = new("auditoria", "Auditoria");

    /// <summary>A fact that this version does not know: written by another one.</summary>
    public static readonly Assunto Outro = new("outro", "Outro");

    public static IReadOnlyList<Assunto> Todos { get; } = [Conta, Membros, Conexao, Ramais, Ligacoes, Gravacoes, Oportunidades, Contatos, Tarefas, Funil, Auditoria];
}

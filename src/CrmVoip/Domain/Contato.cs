using CrmVoip.Domain.Busca;
using CrmVoip.Text;

namespace CrmVoip.Domain;

/// <summary>A person we sell to. Telefone is E.164 (null when the text could not be read as a number); TelefoneTexto is what was typed.</summary>
public sealed class Contato(Guid organizacaoId, string nome) : Entidade(organizacaoId), IPesquisavel
{
    public const int NomeMaximo = 120;
    public const int EmpresaMaximo = 120;
    public const int EmailMaximo = 254;
    public const int TelefoneMaximo = 40;

    public string Nome { get; private set; } = nome;

    public string? Empresa { get; private set; }

    public string? Email { get; private set; }

    public string? Telefone { get; private set; }

    public string? TelefoneTexto { get; private set; }

    public string? Busca { get; private set; }

    /// <summary>The beginning of Busca, by which lists are ordered. Computed by the database.</summary>
    public string Ordem { get; private init; } = "";

    public TipoPesquisavel TipoPesquisavel => TipoPesquisavel.Contato;

    public ConteudoPesquisavel ConteudoPesquisavel => new([Nome, Empresa, Email, Telefone is null ? TelefoneTexto : null], Telefone);

    public DateTimeOffset CriadoEm { get; private init; } = DateTimeOffset.UtcNow;

    /// <summary>PostgreSQL's xmin: carried by forms, so that a stale edit is refused.</summary>
    public uint Versao { get; private init; }

    public void Editar(string nome, string? empresa, string? email)
    {
        Nome = nome;
        Empresa = empresa;
        Email = email;
    }

    public void MudarTelefone(string? texto, NumeroDeTelefone? numero)
    {
        TelefoneTexto = Digitado.Ler(texto);
        Telefone = numero?.E164;
    }
}

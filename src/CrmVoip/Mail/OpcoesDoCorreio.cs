using System.ComponentModel.DataAnnotations;

namespace CrmVoip.Mail;

/// <summary>Section "Crm:Correio". Without Servidor no e-mail is sent.</summary>
public sealed class OpcoesDoCorreio : IValidatableObject
{
    public const string Secao = "Crm:Correio";

    public string? Servidor { get; init; }

    [Range(1, 65535)]
    public int Porta { get; init; } = 587;

    public string? Usuario { get; init; }

    public string? Senha { get; init; }

    /// <summary>Address that messages come from.</summary>
    public string? Remetente { get; init; }

    /// <summary>Only for a server on this machine: otherwise the connection is encrypted or not made.</summary>
    public bool SemTls { get; init; }

    /// <summary>E-mails that one account may cause in a day: invitations, their renewals, confirmations of the own address.</summary>
    [Range(1, 100_000)]
    public int PorDiaDaConta { get; init; } = 60;

    /// <summary>E-mails that all people of one organization may cause in a day.</summary>
    [Range(1, 1_000_000)]
    public int PorDiaDaOrganizacao { get; init; } = 200;

    /// <summary>E-mails that people who are not signed in may have sent to one address in a day: sign-up, recovery, the link of an invitation.</summary>
    [Range(1, 1000)]
    public int PorDiaDoEndereco { get; init; } = 10;

    public bool Configurado => !string.IsNullOrWhiteSpace(Servidor);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Configurado && !MailboxValido(Remetente))
        {
            yield return new ValidationResult("Crm:Correio:Remetente must be an e-mail address when Crm:Correio:Servidor is set.", [nameof(Remetente)]);
        }
    }

    private static bool MailboxValido(string? endereco) => MimeKit.MailboxAddress.TryParse(endereco, out _);
}

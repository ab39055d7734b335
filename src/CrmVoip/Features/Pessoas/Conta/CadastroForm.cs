using CrmVoip.Data;
using CrmVoip.Mail;

namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>A new account and its organization.</summary>
public sealed class CadastroForm : NovaContaForm, IComOrganizacao
{
    public string? Organizacao { get; set; }

    public string? Slug { get; set; }
}

public sealed class CadastroFormValidator : NovaContaFormValidator<CadastroForm>
{
    /// <summary>Where mail is sent the password is chosen after the address is proven.</summary>
    public CadastroFormValidator(CrmDbContext db, ICorreio correio)
        : base(comSenha: !correio.Configurado)
    {
        RuleFor(f => f.Organizacao).NomeDeOrganizacao();
        RuleFor(f => f.Slug).EnderecoDeOrganizacao(db);
    }
}

using System.ComponentModel.DataAnnotations;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Web;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Oportunidades;

/// <summary>Create and edit. Without ContatoId, the three fields of a new contact count.</summary>
public sealed class OportunidadeForm
{
    private static readonly string[] _editados = [nameof(Titulo), nameof(Valor), nameof(ContatoId), nameof(ResponsavelId)];

    [FromRoute]
    public Guid? Id { get; set; }

    [Display(Name = "Título")]
    public string? Titulo { get; set; }

    [Display(Name = "Valor (R$)")]
    public string? Valor { get; set; }

    [Display(Name = "Contato")]
    public Guid? ContatoId { get; set; }

    [Display(Name = "Nome do contato")]
    public string? ContatoNome { get; set; }

    [Display(Name = "Empresa")]
    public string? ContatoEmpresa { get; set; }

    [Display(Name = "Telefone")]
    public string? ContatoTelefone { get; set; }

    [Display(Name = "Responsável")]
    public Guid? ResponsavelId { get; set; }

    [Display(Name = "Etapa")]
    public Guid? EtapaId { get; set; }

    public uint Versao { get; set; }

    /// <summary>
    /// What the fields said when the form was opened; empty while the opportunity does not exist. What was not changed since is
    /// taken from what is stored: two people may edit one opportunity.
    /// </summary>
    public Dictionary<string, string?> Antes { get; set; } = [];

    /// <summary>With what its fields say as what they said before.</summary>
    public OportunidadeForm ComoAberto()
    {
        Antes = _editados.ToDictionary(campo => campo, campo => (string?)Texto(campo));
        return this;
    }

    /// <summary>Takes what was not changed here from what is stored. False when a field was changed by both.</summary>
    public bool Conciliar(OportunidadeForm guardado)
    {
        if (Antes.Count == 0)
        {
            return Versao == guardado.Versao;
        }

        var semConflito = Disputados(guardado).Count == 0;
        Titulo = Meu(nameof(Titulo)) ? Titulo : guardado.Titulo;
        Valor = Meu(nameof(Valor)) ? Valor : guardado.Valor;
        ContatoId = Meu(nameof(ContatoId)) ? ContatoId : guardado.ContatoId;
        ResponsavelId = Meu(nameof(ResponsavelId)) ? ResponsavelId : guardado.ResponsavelId;
        Versao = guardado.Versao;
        return semConflito;
    }

    /// <summary>What both changed, and not to the same. Of a form that does not say what it was opened with: all that differs.</summary>
    public List<CampoDisputado> Disputados(OportunidadeForm guardado) =>
    [
        .. _editados
            .Where(campo => guardado.Texto(campo) != Texto(campo) && Meu(campo) && guardado.Texto(campo) != Antes.GetValueOrDefault(campo))
            .Select(campo => new CampoDisputado(campo, Texto(campo), guardado.Texto(campo))),
    ];

    private string Texto(string campo) => campo switch
    {
        nameof(Titulo) => Titulo ?? "",
        nameof(Valor) => Dinheiro.Ler(Valor) is { } valor ? Formato.Numero(valor) : Valor ?? "",
        nameof(ContatoId) => ContatoId?.ToString() ?? "",
        _ => ResponsavelId?.ToString() ?? "",
    };

    private bool Meu(string campo) => Antes.GetValueOrDefault(campo) != Texto(campo);
}

public sealed class OportunidadeFormValidator : AbstractValidator<OportunidadeForm>
{
    public OportunidadeFormValidator(CrmDbContext db)
    {
        RuleFor(f => f.Titulo).Titulo();
        RuleFor(f => f.Valor).Valor();
        RuleFor(f => f.ResponsavelId).Responsavel(db, f => f.Id);
        RuleFor(f => f.EtapaId)
            .MustAsync((id, ct) => db.Etapas.AnyAsync(e => e.Id == id, ct)).WithMessage("Etapa não encontrada.")
            .When(f => f.EtapaId is not null);
        When(f => f.ContatoId is not null, () => RuleFor(f => f.ContatoId)
            .MustAsync((id, ct) => db.Contatos.AnyAsync(c => c.Id == id, ct)).WithMessage("Contato não encontrado."))
            .Otherwise(RegrasDoContatoNovo);
    }

    private void RegrasDoContatoNovo()
    {
        RuleFor(f => f.ContatoNome)
            .NotEmpty().WithMessage("Informe o nome ou escolha um contato.")
            .Ate(Contato.NomeMaximo);
        RuleFor(f => f.ContatoEmpresa)
            .Ate(Contato.EmpresaMaximo);
        RuleFor(f => f.ContatoTelefone)
            .Ate(Contato.TelefoneMaximo)
            .Must(t => string.IsNullOrWhiteSpace(t) || NumeroDeTelefone.Ler(t) is not null)
            .WithMessage("Confira o telefone: DDD e número, como (11) 96123-4567.");
    }
}

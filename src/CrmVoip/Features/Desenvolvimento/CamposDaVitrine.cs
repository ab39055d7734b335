using System.ComponentModel.DataAnnotations;

namespace CrmVoip.Features.Desenvolvimento;

/// <summary>One field for each state a field can be in.</summary>
public sealed class CamposDaVitrine
{
    [Display(Name = "Título")]
    public string Normal { get; } = "Usina solar da padaria";

    [Display(Name = "Vazio, com exemplo")]
    public string? Vazio { get; }

    [Display(Name = "Com erro")]
    public string? Recusado { get; }

    [Display(Name = "Desativado")]
    public string Desativado { get; } = "Escolhido pela API4COM";

    [Display(Name = "Só leitura")]
    public string SoLeitura { get; } = "https://crm.exemplo.com/convite";

    [Display(Name = "Senha")]
    public string? Senha { get; }

    [Display(Name = "Endereço")]
    public string Endereco { get; } = "aurora";

    [Display(Name = "Endereço com erro")]
    public string EnderecoRecusado { get; } = "Aurora Solar";

    [Display(Name = "Responsável")]
    public string Escolha { get; } = "ana";

    [Display(Name = "Data")]
    public string Data { get; } = "2026-11-23";

    [Display(Name = "Notas")]
    public string Longo { get; } = "Quer reduzir a conta de luz da padaria.\nEnviar proposta até sexta.";
}

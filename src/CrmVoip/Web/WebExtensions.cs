using System.Text.Encodings.Web;
using System.Text.Unicode;
using CrmVoip.Data;
using CrmVoip.Web.Entrada;
using CrmVoip.Web.Limites;
using CrmVoip.Web.Planilhas;
using FluentValidation;
using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.WebEncoders;

namespace CrmVoip.Web;

public static class WebExtensions
{
    public const string CabecalhoAntiforgery = "X-CSRF-TOKEN";

    public static IServiceCollection AddWeb(this IServiceCollection services, bool semTls)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<Auditoria>();
        services.AddScoped<ExportarLista>();
        services.AddMemoryCache();
        services.AddCompressao();
        services.AddSingleton<Recursos>();
        services.AddSingleton<SituacaoDaConexao>();
        services.AddSingleton<IAuthorizationHandler, PermissaoHandler>();
        services.AddAuthorization(Permissoes.Registrar);
        services.AddOptions<OpcoesDosLimites>().BindConfiguration(OpcoesDosLimites.Secao).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Limitador>();
        services.AddAntiforgery(options =>
        {
            options.HeaderName = CabecalhoAntiforgery;
            options.Cookie.DoProduto("crm.csrf", semTls);
        });
        services.AddControllersWithViews(options =>
        {
            options.Filters.Add<AutoValidateAntiforgeryTokenAttribute>();
            options.Filters.Add<DialogoSemEnderecoFilter>();
            options.Filters.Add<CorpoExigidoFilter>();
            options.Filters.Add<TransacaoFilter>();
            options.Filters.Add<ValidacaoFilter>();
            options.Filters.Add<RegraVioladaFilter>();
            options.Filters.Add<RecusaEmJsonFilter>();
            MensagensPtBr.Registrar(options.ModelBindingMessageProvider);
            options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        }).AddJsonOptions(options => options.JsonSerializerOptions.Converters.Add(new TextoDoJson())).AddCookieTempDataProvider(options => options.Cookie.DoProduto("crm.aviso", semTls));
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<RazorViewEngineOptions>(options => options.ViewLocationExpanders.Add(new PastasDeFeatures()));
        services.Configure<ApiBehaviorOptions>(options => options.SuppressModelStateInvalidFilter = true);
        services.AddValidatorsFromAssemblyContaining<CrmDbContext>();
        services.AddFluentValidationClientsideAdapters();
        services.AddSecurityHeaderPolicies().SetPolicySelector(contexto =>
            CabecalhosDeSeguranca.Politica(ConexaoDaPagina.De(contexto.HttpContext)?.OrigemDoTelefone));
        return services;
    }
}

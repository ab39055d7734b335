namespace CrmVoip.Web;

/// <summary>Security headers. The only thing that varies is the WebSocket origin of the organization's provider.</summary>
public static class CabecalhosDeSeguranca
{
    public static HeaderPolicyCollection Politica(string? origemWss) => new HeaderPolicyCollection()
        .AddContentTypeOptionsNoSniff()
        .AddReferrerPolicyStrictOriginWhenCrossOrigin()
        .AddStrictTransportSecurityMaxAgeIncludeSubDomains()
        .AddCrossOriginOpenerPolicy(b => b.SameOrigin())
        .AddCrossOriginResourcePolicy(b => b.SameOrigin())
        .RemoveServerHeader()
        .AddPermissionsPolicy(b =>
        {
            b.AddMicrophone().Self();
            b.AddCamera().None();
            b.AddGeolocation().None();
            b.AddPayment().None();
            b.AddUsb().None();
        })
        .AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().None();
            csp.AddScriptSrc().Self();
            csp.AddStyleSrc().Self();
            csp.AddImgSrc().Self().Data();
            csp.AddFontSrc().Self();
            csp.AddMediaSrc().Self().Blob();
            csp.AddManifestSrc().Self();
            csp.AddFormAction().Self();
            csp.AddBaseUri().None();
            csp.AddFrameAncestors().None();
            var connect = csp.AddConnectSrc().Self();
            if (origemWss is not null)
            {
                connect.From(origemWss);
            }
        });
}
